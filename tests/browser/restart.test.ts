import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { type DemoMeeting, startMeeting } from '../../meeting/start';
import { anyName, type BrowserUnderTest, browsers, type Surface, type Tab } from './harness/browser';
import { BUILDS } from './support/fixture';
import { openPanel } from './support/panel';
import { grantPermission } from './support/permissions';

const SITE = 'http://localhost';
const NO_ANSWER = 'Show “No answer yet” after (seconds)';

describe.each(browsers)('after the browser was closed and started again, in $name', ({ name, launch }) => {
  let profile: string;
  let meeting: DemoMeeting;
  let browser: BrowserUnderTest;
  let tab: Tab;
  let webapp3: Surface;
  let options: Tab;

  beforeAll(async () => {
    profile = mkdtempSync(join(tmpdir(), 'profile-'));
    meeting = await startMeeting({ brandingDir: 'webapp3/branding' });
    browser = await launch({ extensionDir: BUILDS[name], profile });
    const panel = await openMeeting();
    await grantPermission(browser, SITE, async () => {
      await tab.bringToFront();
      await panel.click('button', 'More');
      await panel.click('button', `Always run on ${SITE}`);
    });
    await panel.see('button', 'Stop running on this site');
    await openOptions(panel);
    await options.fill('textbox', NO_ANSWER, '90');
    await options.press('Tab');
    await options.see('status', anyName, ({ text }) => text === 'Saved.');
    await browser.close();
    browser = await launch({ extensionDir: BUILDS[name], profile });
    // An extension from a folder is a new one to Chromium at every start, and shows how to begin.
    if (name === 'chromium') await (await browser.ownTab('options.html?welcome')).close();
  });
  afterAll(async () => {
    await browser?.close();
    await meeting?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const openMeeting = async () => {
    tab = await browser.open(meeting.embeddingUrl());
    webapp3 = await tab.frame('#webapp3');
    await webapp3.see('button', 'Open Chat');
    return openPanel(tab);
  };
  const openOptions = async (panel: Surface) => {
    await panel.click('button', 'Options');
    options = await browser.ownTab('options.html');
  };

  test('a meeting on a site where it always runs is served without a press', async () => {
    tab = await browser.open(meeting.embeddingUrl());
    webapp3 = await tab.frame('#webapp3');
    await webapp3.click('button', 'Open Chat');
    await webapp3.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await webapp3.click('button', 'Close Chat');
  });

  test('the options have the site, and the settings are as they were', async () => {
    const panel = await openPanel(tab);
    await panel.click('button', 'More');
    await openOptions(panel);
    await options.see('listitem', anyName, ({ text }) =>
      /^http:\/\/localhost.*Runs automatically/.test(text),
    );
    await options.see('textbox', NO_ANSWER, ({ value }) => value === '90');
  });
});
