import { afterAll, beforeAll, describe, test } from 'vitest';
import { browsers, type Surface, type Tab } from './harness/browser';
import { ChromiumUnderTest } from './harness/chromium/chromium';
import { seeRow } from './support/calls';
import { createFixture, type Fixture } from './support/fixture';
import { openBeside } from './support/panel';
import { openView } from './support/views';

describe.each(browsers)('the command, in $name', (candidate) => {
  let fixture: Fixture;
  let tab: Tab;
  let panel: Surface;

  beforeAll(async () => {
    fixture = await createFixture(candidate);
    ({ tab, panel } = await openBeside(fixture));
  });
  afterAll(() => fixture?.close());

  test('leads to Destination from the page, whatever the panel shows', async () => {
    await openView(panel, 'Earlier');
    await panel.see('heading', 'History');
    await tab.click('heading', 'Your appointment');
    if (fixture.browser instanceof ChromiumUnderTest)
      await fixture.browser.fire('commands.onCommand', 'focus-destination', panel);
    else await tab.press('Alt+Shift+G');
    await panel.see('textbox', 'Destination', ({ focused }) => focused);
    await panel.press('a');
    await panel.see('textbox', 'Destination', ({ value }) => value === 'a');
    await panel.press('Enter');
    await seeRow(panel, 'a', /Joined/);
  });
});
