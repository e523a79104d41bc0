import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type DemoMeeting, startMeeting } from '../../meeting/start';
import { doubleOf } from '../prebuild/built';
import { browsers, type Surface, type Tab } from './harness/browser';
import { FirefoxUnderTest } from './harness/firefox/firefox';
import { reloadMeeting } from './support/calls';
import { setCustomChat } from './support/custom-chat';
import { createFixture, type Fixture } from './support/fixture';
import { type ServedPage, servePage } from './support/page';
import { openBeside, openBesideSeedPlugin, seeStatus } from './support/panel';
import { seedHostUrl, serveSeedHost } from './support/seed-host';
import { openView } from './support/views';

/** Runs the checks beside a panel, and returns the names of the findings, in order. */
async function examine(panel: Surface): Promise<string[]> {
  await openView(panel, 'Tests');
  await panel.click('button', 'Run checks');
  return panel.waitFor('eleven findings', () => {
    const found = [...document.querySelectorAll<HTMLElement>('[data-finding]')];
    return found.length === 11 && found.map(({ dataset }) => dataset.finding ?? '');
  }) as Promise<string[]>;
}

describe.each(browsers)('the diagnostics, in $name', (candidate) => {
  let fixture: Fixture;
  /** The page of each test, which must not hold a connection to the meeting for longer: browsers have six. */
  let tab: Tab;
  let panel: Surface;
  const served: ServedPage[] = [];
  const meetings: DemoMeeting[] = [];

  beforeAll(async () => {
    fixture = await createFixture(candidate);
  });
  afterEach(() => tab?.close());
  afterAll(async () => {
    await fixture?.close();
    for (const page of served) page.close();
    for (const meeting of meetings) await meeting.close();
  });

  const meetingWith = async (options: Partial<Parameters<typeof startMeeting>[0]>) => {
    const meeting = await startMeeting({ brandingDir: 'webapp3/branding', ...options });
    meetings.push(meeting);
    return { browser: fixture.browser, meeting };
  };
  const openPanel = async (url: string): Promise<{ tab: Tab; panel: Surface }> => {
    const opened = await fixture.browser.open(url);
    return { tab: opened, panel: await opened.pressIcon() };
  };

  test('finds that all is well but for access that ends with the page', async () => {
    ({ tab, panel } = await openBeside(fixture));
    expect(await examine(panel)).toEqual([
      'accessGood',
      'webApp3Good',
      'framingSpoken',
      'pluginInMeeting',
      'namespaceOurs',
      'messagesValid',
      'featuresAll',
      'othersNone',
      'chatMeeting',
      'permissionsOnce',
      'versionsSame',
    ]);
  });

  test('leave the log filled that is opened after them', async () => {
    ({ tab, panel } = await openBeside(fixture));
    await openView(panel, 'Tests');
    await openView(panel, 'Log');
    await panel.see('option', /ready/);
  });

  test('finds no Web App 3 on a page without one, and nothing without a press of the icon', async () => {
    const page = await servePage('<!doctype html><title>Elsewhere</title>');
    served.push(page);
    ({ tab, panel } = await openPanel(page.url));
    // The panel looks the same before the extension is in the page, and on another one where it is not.
    await expect
      .poll(async () => (await examine(panel)).slice(0, 3))
      .toEqual(['accessGood', 'webApp3None', 'moot']);
    const other = await fixture.browser.open(page.url);
    await expect.poll(async () => (await examine(panel)).slice(0, 2)).toEqual(['accessNone', 'moot']);
    await other.close();
  });

  test('finds that nothing has to frame Web App 3 where it is the page itself', async () => {
    ({ tab, panel } = await openPanel(fixture.meeting.directUrl()));
    await seeStatus(panel, 'In the meeting');
    expect((await examine(panel)).slice(2, 4)).toEqual(['framingPage', 'pluginInMeeting']);
  });

  test('finds who is kept out of the page by Web App 3 itself, once it may look', async () => {
    const { meeting } = await meetingWith({ meetingCsp: "frame-ancestors 'none'" });
    ({ tab, panel } = await openPanel(meeting.embeddingUrl()));
    await seeStatus(panel, 'Waiting for the plugin');
    expect((await examine(panel)).slice(1, 5)).toEqual([
      'webApp3Good',
      'framingUnknown',
      'pluginSilent',
      'moot',
    ]);
    // Chromium's prompt cannot be answered without a display.
    if (!(fixture.browser instanceof FirefoxUnderTest)) return;
    await panel.click('button', /^Allow access to http:\/\/127/);
    await fixture.browser.answerPrompt(true);
    await panel.waitFor('what the headers say', () =>
      document.querySelector('[data-finding=framingRefused]'),
    );
  });

  test('finds a plugin of the first version, and what it cannot do', async () => {
    const brandingDir = doubleOf('tests/browser/doubles/seed-plugin.ts');
    ({ tab, panel } = await openBesideSeedPlugin({ ...fixture, ...(await meetingWith({ brandingDir })) }));
    expect((await examine(panel)).slice(3)).toEqual([
      'pluginReady',
      'namespaceOurs',
      'messagesValid',
      'featuresNone',
      'othersUnseen',
      'chatNone',
      'permissionsOnce',
      'versionsUntold',
    ]);
  });

  test('finds a plugin of the other namespace', async () => {
    const brandingDir = doubleOf('tests/browser/doubles/videoconf-plugin.ts');
    const opened = await openBeside(await meetingWith({ brandingDir }), { says: 'Waiting for the plugin' });
    ({ tab, panel } = opened);
    await opened.meeting.click('button', 'Open Chat');
    await seeStatus(panel, 'Plugin ready');
    // Its ready was said before anybody listened.
    expect((await examine(panel)).slice(6)).toEqual([
      'featuresUnannounced',
      'othersUnseen',
      'moot',
      'permissionsOnce',
      'moot',
    ]);
    await reloadMeeting(tab);
    await seeStatus(panel, 'In the meeting');
    expect((await examine(panel)).slice(4, 7)).toEqual(['namespaceOther', 'messagesValid', 'featuresOther']);
  });

  test('finds who else answers, and that the extension only watches', async () => {
    const host = await serveSeedHost();
    served.push(host);
    ({ tab, panel } = await openBeside(fixture, { url: seedHostUrl(host, fixture) }));
    await tab.click('button', 'Unread');
    await panel.see('button', 'Watch only');
    expect((await examine(panel))[7]).toBe('othersContest');
    await panel.click('button', 'Watch only');
    await panel.see('button', 'Respond from here');
    expect((await examine(panel))[7]).toBe('othersWatched');
  });

  test('finds a custom chat that cannot be embedded, where it may look, or leads nowhere', async () => {
    const { meeting } = await meetingWith({ meetingCsp: "frame-ancestors 'none'" });
    ({ tab, panel } = await openBeside(fixture));
    await setCustomChat(panel, meeting.directUrl('{alias}').replace('%7Balias%7D', '{alias}'));
    // Firefox was allowed above to look at this host.
    const mayLook = candidate.name === 'firefox';
    expect((await examine(panel))[8]).toBe(mayLook ? 'chatRefused' : 'chatUnknown');
    await setCustomChat(panel, 'https://{alias}.example.com/');
    expect((await examine(panel))[8]).toBe('chatBroken');
  });
});
