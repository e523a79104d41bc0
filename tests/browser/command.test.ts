import { afterAll, beforeAll, describe, test } from 'vitest';
import { browsers, type Surface, type Tab } from './harness/browser';
import { openBeside } from './support/panel';
import { type Stage, setStage } from './support/stage';

// Chromium takes a command's keys from the window system, where no test can press any.
describe.each(browsers.filter(({ name }) => name === 'firefox'))('the command, in $name', (candidate) => {
  let stage: Stage;
  let tab: Tab;
  let panel: Surface;

  beforeAll(async () => {
    stage = await setStage(candidate);
    ({ tab, panel } = await openBeside(stage));
  });
  afterAll(() => stage?.close());

  test('leads to Destination from the page, whatever the panel shows', async () => {
    await panel.click('tab', 'History');
    await tab.press('Alt+Shift+D');
    await panel.see('textbox', 'Destination', ({ focused }) => focused);
    await panel.press('a');
    await panel.see('textbox', 'Destination', ({ value }) => value === 'a');
  });
});
