import { afterAll, beforeAll, describe, test } from 'vitest';
import { browsers, type Surface, type Tab } from './harness/browser';
import { ChromiumUnderTest } from './harness/chromium/chromium';
import { seeRow } from './support/calls';
import { openBeside } from './support/panel';
import { type Stage, setStage } from './support/stage';

describe.each(browsers)('the command, in $name', (candidate) => {
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
    await panel.see('tabpanel', 'History');
    await tab.click('heading', 'Your appointment');
    if (stage.browser instanceof ChromiumUnderTest) await tellBackground(stage.browser);
    else await tab.press('Alt+Shift+D');
    await panel.see('textbox', 'Destination', ({ focused }) => focused);
    await panel.press('a');
    await panel.see('textbox', 'Destination', ({ value }) => value === 'a');
    await panel.press('Enter');
    await seeRow(panel, 'a', /Joined/);
  });
});

/**
 * Chromium takes a command's keys from the window system, where no test can press any. So its background is told of
 * the press as the browser would tell it, by the event that it listens to; from there on everything is as it is.
 */
async function tellBackground({ browser }: ChromiumUnderTest): Promise<void> {
  const target = await browser.waitForTarget((each) => each.type() === 'service_worker');
  const session = await target.createCDPSession();
  const expression = `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) =>
    chrome.commands.onCommand.dispatch('focus-destination', tab))`;
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression, awaitPromise: true });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}
