import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anyName, type BrowserUnderTest, browsers, type Surface, type Tab } from './harness/browser';
import { ChromiumUnderTest } from './harness/chromium/chromium';
import { ChromiumTab } from './harness/chromium/tab';
import { eventually } from './harness/eventually';
import { selectedTab } from './harness/firefox/chrome-tabs';
import { FirefoxUnderTest } from './harness/firefox/firefox';
import { FirefoxTab } from './harness/firefox/tab';
import { answer, dial, seeRow } from './support/calls';
import { extensionWith, iconSays } from './support/extension';
import { BUILDS, createFixture, type Fixture } from './support/fixture';
import { type ServedPage, servePage } from './support/page';
import { openBeside, openPanel, seeStatus } from './support/panel';
import { clickSwitch, openView, seeSwitch } from './support/views';

/** A tab that was discarded is another one for the tools of a test: it is found by what it shows. */
const tabInFront = (browser: BrowserUnderTest, url: string): Promise<Tab> =>
  eventually<Tab>('the page again', async () => {
    if (browser instanceof FirefoxUnderTest) {
      const shown = await browser.inChrome(selectedTab);
      if (shown.url !== url) return { seen: shown.url };
      return { done: { value: new FirefoxTab(browser, { browserId: shown.browserId, selectors: [] }) } };
    }
    if (!(browser instanceof ChromiumUnderTest)) throw new Error('Nobody knows the tabs of this browser.');
    const pages = await browser.browser.pages();
    const page = pages.findLast((each) => each.url() === url);
    return page
      ? { done: { value: new ChromiumTab(page, browser) } }
      : { seen: pages.map((each) => each.url()).join(', ') };
  });

describe.each(browsers)('the life of a peer, in $name', (candidate) => {
  let fixture: Fixture;
  let elsewhere: ServedPage;
  let tab: Tab;
  let meeting: Surface;
  let panel: Surface;

  beforeAll(async () => {
    fixture = await createFixture(candidate);
    elsewhere = await servePage('<!doctype html><title>Elsewhere</title><p>Elsewhere.</p>');
  });
  beforeEach(async () => {
    await tab?.close();
    ({ tab, meeting, panel } = await openBeside(fixture));
  });
  afterAll(async () => {
    await fixture?.close();
    elsewhere?.close();
  });

  test('a second press of the icon forgets nothing', async () => {
    await clickSwitch(panel, 'Chat');
    await meeting.see('button', 'Close Chat');
    panel = await tab.pressIcon();
    await seeSwitch(panel, 'Chat', ({ checked }) => checked === true);
    await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
  });

  test('a page that comes back with the back button is where it was', async () => {
    await clickSwitch(panel, 'Chat');
    await meeting.see('button', 'Close Chat');
    await tab.evaluate(() => Reflect.set(window, 'leftMark', true));
    await tab.navigate(elsewhere.url);
    // Firefox does not tell the extension which page came.
    await seeStatus(
      panel,
      candidate.name === 'firefox' ? 'This page was reloaded' : 'No meeting on this page',
    );
    await tab.evaluate(() => void setTimeout(() => history.back()));
    await tab.waitFor('the page', () => document.querySelector('#webapp3') !== null);
    // Whether the page was kept is the browser's choice. If it was, its peer is there still and has lost
    // nothing but its ports; if not, it takes a press of the icon, as on any page that was just loaded.
    const kept = await tab.evaluate(() => Reflect.get(window, 'leftMark') === true);
    console.info(`${candidate.name}: the page was ${kept ? 'kept' : 'loaded anew'}`);
    if (!kept) panel = await tab.pressIcon();
    await seeStatus(panel, 'In the meeting');
    await seeSwitch(panel, 'Chat', ({ checked }) => checked === kept);
  });

  test('two tabs with meetings, each with its own state in one panel', async () => {
    await clickSwitch(panel, 'Chat');
    const { tab: other, panel: beside } = await openBeside(fixture, {
      url: fixture.meeting.embeddingUrl('other'),
    });
    await seeSwitch(beside, 'Chat', ({ checked }) => checked === false);
    await beside.see('banner', anyName, ({ text }) => text.includes('other'));
    await tab.bringToFront();
    await seeSwitch(panel, 'Chat', ({ checked }) => checked === true);
    await other.close();
  });

  test('a tab that the browser has discarded comes back with its meeting', async () => {
    const url = fixture.meeting.embeddingUrl('discarded');
    const { panel: beside } = await openBeside(fixture, { url });
    await openView(beside, 'Dial out');
    await dial(beside, 'alice@example.com');
    await seeRow(beside, 'alice@example.com', /Joined/);
    const other = await fixture.browser.open('about:blank');
    await seeStatus(beside, 'No meeting on this page');
    await beside.evaluate(async (address) => {
      const { tabs } = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as {
        tabs: {
          query(how: object): Promise<{ id: number; url?: string }[]>;
          discard(id: number): Promise<{ id: number } | undefined>;
          update(id: number, how: object): Promise<unknown>;
        };
      };
      const hidden = await tabs.query({ active: false });
      const mine = hidden.find(({ url }) => url === address);
      if (!mine) throw new Error('The meeting has no tab in the background.');
      // Chromium gives a discarded tab another id.
      const { id } = (await tabs.discard(mine.id)) ?? mine;
      await tabs.update(id, { active: true });
    }, url);
    const back = await tabInFront(fixture.browser, url);
    // A press of the icon counts for the document that is there, and another one is on its way.
    await back.waitFor('the page', () => document.readyState === 'complete' && location.protocol === 'http:');
    // Puppeteer is not always answered by the meeting's frame in a tab that came back: the panel shows that
    // it is there. What the browser has thrown away takes the leave for the page with it; the history has the
    // call.
    const again = await openPanel(back);
    await openView(again, 'Earlier');
    await again.see('listitem', anyName, ({ text }) => text.startsWith('alice@example.com'));
    await openView(again, 'Dial out');
    await dial(again, 'bob@example.com');
    await seeRow(again, 'bob@example.com', /Joined/);
    await back.close();
    await other.close();
  });
});

describe('what only Chromium lets a test do', () => {
  let fixture: Fixture;

  beforeAll(async () => {
    const [chromium] = browsers;
    if (!chromium) throw new Error('no browser');
    fixture = await createFixture(chromium);
  });
  afterAll(() => fixture?.close());

  const chromium = () => {
    if (!(fixture.browser instanceof ChromiumUnderTest)) throw new Error('This is not Chromium.');
    return fixture.browser.browser;
  };
  const background = () => chromium().waitForTarget((target) => target.type() === 'service_worker');

  test('the background is killed in the middle of a call, and nothing is lost', async () => {
    const { meeting, panel } = await openBeside(fixture);
    await dial(panel, 'noanswer@example.com');
    await seeRow(panel, 'noanswer@example.com', /Ringing/);
    const worker = await (await background()).worker();
    await worker?.close();
    await clickSwitch(panel, 'Unread badge');
    await meeting.see('img', 'Unread');
    answer(fixture, 'noanswer@example.com');
    await openView(panel, 'Dial out');
    await seeRow(panel, 'noanswer@example.com', /Joined/);
  });
});

describe('a page that Chromium renders before anybody goes there', () => {
  let fixture: Fixture;
  let site: ServedPage;

  beforeAll(async () => {
    const [chromium] = browsers;
    if (!chromium) throw new Error('no browser');
    const matches = ['http://localhost/*'];
    const extensionDir = extensionWith(BUILDS.chromium, {
      content_scripts: [{ matches, js: ['detector.js'], run_at: 'document_start' }],
      host_permissions: matches,
    });
    fixture = await createFixture(chromium, { extensionDir });
    // One document for both pages: the one ahead has the meeting, lies about being seen, and tells when it
    // stands and when it really is seen. Where all pages of the site can read it: puppeteer may lose the tab
    // as its page is replaced.
    site = await servePage(`<!doctype html><title>Portal</title><body><script>
      if (location.pathname === '/ahead') {
        const frame = document.createElement('iframe');
        frame.id = 'webapp3';
        frame.src = ${JSON.stringify(fixture.meeting.directUrl())};
        document.body.append(frame);
        document.addEventListener('prerenderingchange', ({ isTrusted }) => {
          const [{ activationStart }] = performance.getEntriesByType('navigation');
          if (isTrusted) localStorage.setItem('seenAfter', activationStart);
        });
        addEventListener('DOMContentLoaded', () => {
          document.dispatchEvent(new Event('prerenderingchange'));
          localStorage.setItem('stands', document.prerendering ? 'unseen' : 'seen');
        });
      }
    </script>`);
  });
  afterAll(async () => {
    await fixture?.close();
    site?.close();
  });

  test('a meeting that is rendered ahead of time waits until somebody sees it', async () => {
    const beside = await fixture.browser.open(site.url);
    const panel = await openPanel(beside, 'No meeting on this page');
    // The panel is the window's, and goes along to a tab whose page has no peer.
    const tab = await fixture.browser.open(site.url);
    const icon = await iconSays(panel);
    await panel.evaluate(() => {
      const messages: unknown[] = [];
      Reflect.set(window, 'messages', messages);
      Reflect.get(globalThis, 'chrome').runtime.onMessage.addListener(
        (data: unknown, { url, documentLifecycle }: Record<string, unknown>) =>
          void messages.push([data, url, documentLifecycle]),
      );
    });
    const messages = () =>
      panel.evaluate(() => Reflect.get(window, 'messages') as [object, string, string][]);
    await tab.evaluate(() => {
      const rules = document.createElement('script');
      rules.type = 'speculationrules';
      rules.text = JSON.stringify({ prerender: [{ urls: ['/ahead'], eagerness: 'immediate' }] });
      document.body.append(rules);
    });
    await tab.waitFor('the page ahead', () => localStorage.getItem('stands'));
    expect(await tab.evaluate(() => localStorage.getItem('stands'))).toBe('unseen');
    // Asked after it was there: what its detector has sent would be here by now.
    expect(await iconSays(panel)).toEqual(icon);
    expect(await messages()).toEqual([]);

    // A press of the icon, too, is for the page that is seen.
    await openPanel(tab, 'No meeting on this page');
    const said = await eventually('a peer in the page that is seen', async () => {
      const value = await messages();
      return value.length > 0 ? { done: { value } } : { seen: 'no message' };
    });
    for (const [, ...from] of said) expect(from).toEqual([site.url, 'active']);

    await tab.evaluate(() => void setTimeout(() => location.assign('/ahead')));
    await beside.waitFor(
      'the page that was rendered ahead',
      () => Number(localStorage.getItem('seenAfter')) > 0,
    );
    await seeStatus(panel, 'In the meeting');
    // The background paints it, which is told beside the panel.
    await expect.poll(async () => (await iconSays(panel)).title).toBe('External Chat: ready');
    await dial(panel, 'alice@example.com');
    await seeRow(panel, 'alice@example.com', /Joined/);
  });
});
