import { afterAll, beforeAll, describe, test } from 'vitest';
import { type DemoMeeting, startMeeting } from '../../meeting/start';
import { BUILT, built, doubleOf } from '../prebuild/built';
import { type BrowserUnderTest, browsers } from './harness/browser';
import { DOCK } from './support/dock';
import { servePage, serveSvg } from './support/page';
import { openBeside } from './support/panel';

describe.each(browsers)('a build with fixed hosts, in $name', ({ name, launch }) => {
  let meeting: DemoMeeting;
  let seedMeeting: DemoMeeting;
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    meeting = await startMeeting({ brandingDir: 'webapp3/branding' });
    seedMeeting = await startMeeting({
      brandingDir: doubleOf('tests/browser/doubles/seed-plugin.ts'),
    });
    const extensionDir = built(`${BUILT.fixedHosts}/${name === 'chromium' ? 'chrome' : 'firefox'}-mv3`);
    browser = await launch({ extensionDir });
  });
  afterAll(async () => {
    await browser?.close();
    await meeting?.close();
    await seedMeeting?.close();
  });

  test('answers the plugin before anybody has pressed anything', async () => {
    const tab = await browser.open(meeting.embeddingUrl());
    const webapp3 = await tab.frame('#webapp3');
    await webapp3.click('button', 'Open Chat');
    await webapp3.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await tab.close();
  });

  test('shows the chat of a meeting in a popup window, which has no toolbar', async () => {
    // The build's only host.
    const url = meeting.directUrl('popup', '/sales/m/').replace('127.0.0.1', 'localhost');
    const portal = await servePage(
      `<!doctype html><title>Portal</title><button onclick="open('${url}', '', 'popup,width=900,height=700')">Join</button>`,
    );
    const opener = await browser.open(portal.url);
    await opener.click('button', 'Join');
    const popup = await browser.ownTab(url);
    await popup.click('button', 'Open Chat');
    await popup.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    const dock = await popup.frame(DOCK);
    await dock.see('tab', 'Chat');
    await popup.click('button', 'Close Chat');
    await popup.see('button', 'Open Chat', ({ pressed }) => pressed === false);
    await popup.close();
    await opener.close();
    portal.close();
  });

  test('leaves a popup that can show no panel to the meeting, which tells of no chat', async () => {
    const svg = await serveSvg(meeting.directUrl('svg'));
    const portal = await servePage(
      `<!doctype html><title>Portal</title><button onclick="open('${svg.url}', '', 'popup,width=900,height=700')">Join</button>`,
    );
    const opener = await browser.open(portal.url);
    await opener.click('button', 'Join');
    const popup = await browser.ownTab(svg.url);
    const webapp3 = await popup.frame('#m');
    await webapp3.click('button', 'Open Chat');
    await webapp3.waitFor('the notice of the plugin', () =>
      document.querySelector('#toasts')?.textContent?.includes('This page has no chat.'),
    );
    await webapp3.see('button', 'Open Chat', ({ pressed }) => pressed === false);
    await popup.close();
    await opener.close();
    for (const page of [portal, svg]) page.close();
  });

  test('has heard what a plugin of the seed document said when it loaded', async () => {
    const { tab } = await openBeside({ browser, meeting: seedMeeting }, { says: 'Plugin ready' });
    await tab.close();
  });
});
