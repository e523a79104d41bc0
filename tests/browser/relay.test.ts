import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { composeBundle } from '../../branding/packer/branding/bundle';
import { type DemoMeeting, startMeeting } from '../../meeting/start';
import { readFolder, writeFolder } from '../../scripts/files';
import { PREFIX } from './doubles/hostile';
import { anyName, type BrowserUnderTest, browsers, type Surface, type Tab } from './harness/browser';
import { brandingWith } from './support/branding';
import { dial, seeRow } from './support/calls';
import { BUILDS } from './support/fixture';
import { openPanel, seeStatus } from './support/panel';
import { serveSeedPage } from './support/seed-page';
import { openView, seeSwitch } from './support/views';

/** What the plugin reports of the meeting by itself, whenever it learns of it. */
const REPORTS = ['ready', 'connected', 'self', 'conference', 'roster'].map((name) => `${PREFIX}${name}`);
const isReport = (data: unknown) => REPORTS.includes(Reflect.get(Object(data), 'action'));

/**
 * What `make package RELAY=1` ships, with more in the query of the plugin's `src` where a test asks for it.
 */
function relayBundle(query = ''): string {
  const template = readFileSync('branding/manifest.json');
  const built = readFolder('.output/external-chat');
  const bundle = composeBundle(template, built, { version: '1.0.0', relay: true });
  if (!bundle.ok) throw new Error(bundle.error);
  const folder = mkdtempSync(join(tmpdir(), 'relay-bundle-'));
  writeFolder(folder, bundle.value);
  const manifest = join(folder, 'webapp3/branding/manifest.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('relay=1', `relay=1${query}`));
  return join(folder, 'webapp3/branding');
}

describe.each(browsers)('a RELAY=1 bundle, in $name', ({ name, launch }) => {
  let browser: BrowserUnderTest;
  let meeting: DemoMeeting;
  const closers: Array<() => unknown> = [];

  beforeAll(async () => {
    browser = await launch({ extensionDir: BUILDS[name] });
  });
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });
  afterAll(() => browser?.close());

  const startWith = async (brandingDir: string, meetingCsp?: string) => {
    meeting = await startMeeting({ brandingDir, ringMs: 100, ...(meetingCsp && { meetingCsp }) });
    closers.push(() => meeting.close());
  };

  const openSeedPage = async (): Promise<{ tab: Tab; webapp3: Surface }> => {
    const page = await serveSeedPage(meeting.directUrl());
    closers.push(() => page.close());
    const tab = await browser.open(page.url);
    closers.unshift(() => tab.close());
    const webapp3 = await tab.frame('#webapp3');
    await webapp3.see('button', 'Open Chat');
    return { tab, webapp3 };
  };

  const heardBy = async (tab: Tab): Promise<unknown[]> =>
    (
      await tab.evaluate(() =>
        [...document.querySelectorAll('#heard li')].map(({ textContent }) => textContent),
      )
    ).map((line) => JSON.parse(line ?? 'null'));

  const waitToHear = (tab: Tab, part: string, times = 1) =>
    tab.waitFor(
      `${part}, ${times} ×`,
      (wanted, count) =>
        [...document.querySelectorAll('#heard li')].filter(({ textContent }) => textContent?.includes(wanted))
          .length >= count,
      part,
      times,
    );

  const actionsHeardBy = async (tab: Tab) =>
    (await heardBy(tab)).map((data) => String(Reflect.get(Object(data), 'action')).replace(PREFIX, ''));

  test.each([
    ['without a policy', undefined],
    ["under script-src 'self'", "script-src 'self'"],
  ])("lets the seed's snippets work as they are, %s", async (_, csp) => {
    await startWith(relayBundle(), csp);
    const { tab, webapp3 } = await openSeedPage();
    await waitToHear(tab, '/connected');

    await webapp3.click('button', 'Open Chat');
    await waitToHear(tab, '/toggle-chat"');
    await tab.click('button', 'Unread');
    await webapp3.see('img', 'Unread');
    await tab.click('button', 'Call Alice');
    await webapp3.see('listitem', anyName, ({ text }) => /Alice.*joined/i.test(text));
    await waitToHear(tab, '/dial-out-success');

    const heard = await heardBy(tab);
    expect(heard.find((data) => JSON.stringify(data).includes('/toggle-chat'))).toEqual({
      action: `${PREFIX}toggle-chat`,
      active: true,
    });
    expect(heard.find((data) => JSON.stringify(data).includes('/dial-out-success'))).toMatchObject({
      uuid: expect.stringMatching(/^[-0-9a-f]{36}$/),
      displayName: 'Alice',
    });
    // Each of them once: what came late or twice would stand among them.
    const actions = await actionsHeardBy(tab);
    expect(actions.filter((action) => action === 'ready')).toHaveLength(1);
    expect(actions.filter((action) => action === 'toggle-chat')).toHaveLength(1);
    expect(actions.filter((action) => action === 'dial-out-success')).toHaveLength(1);
  });

  test('replaces its relay when the plugin reloads', async () => {
    await startWith(relayBundle());
    const { tab, webapp3 } = await openSeedPage();
    await waitToHear(tab, '/ready');
    await webapp3.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#external-chat');
      if (frame) frame.src += '';
    });
    await waitToHear(tab, '/ready', 2);
    await webapp3.click('button', 'Open Chat');
    await waitToHear(tab, '/toggle-chat"');
    await tab.click('button', 'Unread');
    await tab.click('button', 'Call Alice');
    await waitToHear(tab, '/dial-out-success');
    expect((await actionsHeardBy(tab)).filter((action) => action === 'toggle-chat')).toHaveLength(1);
    expect(meeting.node.conference('qa.meeting').dials).toHaveLength(1);
    expect(await webapp3.evaluate(() => document.querySelectorAll('script[src$="/relay.js"]').length)).toBe(
      1,
    );
  });

  test('forwards nothing but the protocol, and for nobody but the plugin and the top window', async () => {
    await startWith(relayBundle());
    const { tab, webapp3 } = await openSeedPage();
    await waitToHear(tab, '/connected');
    const plugin = await tab.frame('#webapp3', '#external-chat');
    await plugin.evaluate(() => {
      const got: unknown[] = [];
      Object.assign(window, { got });
      // What Web App 3 itself tells its plugins comes from the same window, whenever something happens.
      const isPluginApi = (data: unknown) => Object.hasOwn(Object(data), 'chanId');
      window.addEventListener('message', ({ data }) => isPluginApi(data) || got.push(data));
    });
    const junk = [null, 7, 'text', {}, { action: 7 }, { action: 'other' }, { action: ' pexip:plugin:' }];

    // Down: the page's junk, and a protocol message of a frame beside Web App 3 on the page.
    await tab.evaluate(
      async (items, prefix) => {
        const target = document.querySelector<HTMLIFrameElement>('#webapp3')?.contentWindow;
        for (const item of items) target?.postMessage(item, '*');
        const advert = document.createElement('iframe');
        advert.sandbox.add('allow-scripts');
        const message = JSON.stringify({ action: `${prefix}toggle-chat-badge`, visible: true, advert: true });
        advert.srcdoc = `<script>
          parent.frames[0].postMessage(${message}, '*');
          parent.postMessage('sent', '*');
        </script>`;
        const sent = new Promise((resolve) => {
          window.onmessage = ({ data }) => data === 'sent' && resolve(undefined);
        });
        document.body.append(advert);
        await sent;
        target?.postMessage({ action: `${prefix}hello` }, '*');
      },
      junk,
      PREFIX,
    );
    const isHello = (prefix: string) =>
      (Reflect.get(window, 'got') as Array<{ action?: unknown } | null>).some(
        (data) => data?.action === `${prefix}hello`,
      );
    await plugin.waitFor('hello', isHello, PREFIX);
    const got = (await plugin.evaluate(() => Reflect.get(window, 'got'))) as unknown[];
    expect(got).toEqual([{ action: `${PREFIX}hello` }]);
    await waitToHear(tab, '/connected', 2);

    // Up: the plugin's own junk, and a protocol message of another frame inside Web App 3.
    await webapp3.evaluate(async (prefix) => {
      const neighbour = document.createElement('iframe');
      neighbour.sandbox.add('allow-scripts');
      const message = JSON.stringify({ action: `${prefix}toggle-chat`, active: true, neighbour: true });
      neighbour.srcdoc = `<script>
        parent.postMessage(${message}, '*');
        parent.postMessage('sent', '*');
      </script>`;
      const sent = new Promise((resolve) => {
        window.addEventListener('message', ({ data }) => data === 'sent' && resolve(undefined));
      });
      document.body.append(neighbour);
      await sent;
    }, PREFIX);
    await plugin.evaluate(
      (items, prefix) => {
        for (const item of items) window.parent.postMessage(item, '*');
        window.parent.postMessage({ action: `${prefix}last` }, '*');
      },
      junk,
      PREFIX,
    );
    await waitToHear(tab, '/last');
    expect((await heardBy(tab)).filter((data) => !isReport(data))).toEqual([{ action: `${PREFIX}last` }]);
  });

  test('keeps a page out that is not on the list of host origins', async () => {
    await startWith(relayBundle('&hostOrigins=https://chat.example.com'));
    const { tab, webapp3 } = await openSeedPage();
    await tab.click('button', 'Unread');
    await tab.click('button', 'Call Alice');
    // Told by Web App 3's own document once the relay, which listens there longer, has had its turn.
    await webapp3.evaluate((prefix) => {
      window.addEventListener('message', ({ data }) => {
        if (data?.action === `${prefix}toggle-chat`) window.top?.postMessage('over', '*');
      });
    }, PREFIX);
    await webapp3.click('button', 'Open Chat');
    await waitToHear(tab, 'over');
    expect(await heardBy(tab)).toEqual(['over']);
    expect(await webapp3.find('img', 'Unread')).toBeUndefined();
    expect(meeting.node.conference('qa.meeting').dials).toEqual([]);
  });

  test('lets a page in that is on the list', async () => {
    await startWith(brandingWith({ src: './nothing.html' }));
    const page = await serveSeedPage('about:blank');
    closers.push(() => page.close());
    const { origin } = new URL(page.url);
    await startWith(relayBundle(`&hostOrigins=https://chat.example.com,${origin}`));
    const tab = await browser.open(page.url);
    closers.unshift(() => tab.close());
    await tab.evaluate((url) => {
      document.querySelector('iframe')?.setAttribute('src', url);
    }, meeting.directUrl());
    await waitToHear(tab, '/connected');
    await tab.click('button', 'Unread');
    await (await tab.frame('#webapp3')).see('img', 'Unread');
  });

  const ourStory = async (url: string, ...frames: string[]) => {
    const tab = await browser.open(url);
    closers.unshift(() => tab.close());
    const webapp3 = frames.length > 0 ? await tab.frame(...frames) : tab;
    await webapp3.see('button', 'Open Chat');
    const panel = await openPanel(tab);
    const updates = () =>
      webapp3.evaluate(
        () => document.querySelector('[role=log]')?.textContent?.match(/→ ui:button:update/g)?.length ?? 0,
      );
    await seeStatus(panel, 'In the meeting');
    const before = await updates();
    await webapp3.click('button', 'Open Chat');
    await webapp3.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await seeSwitch(panel, 'Chat', ({ checked }) => checked === true);
    await openView(panel, 'Dial out');
    await dial(panel, 'alice@example.com');
    await seeRow(panel, 'alice@example.com', /Joined/);
    expect(await updates()).toBe(before + 1);
    expect(meeting.node.conference('qa.meeting').dials).toHaveLength(1);
  };

  test('works with our own peer, which hears and is heard once', async () => {
    await startWith(relayBundle());
    await ourStory(meeting.embeddingUrl(), '#webapp3');
  });

  test('works with our own peer where Web App 3 is the page itself, with nothing to relay', async () => {
    await startWith(relayBundle());
    await ourStory(meeting.directUrl());
  });

  test('without allow-same-origin the plugin speaks for itself, and our own peer hears it', async () => {
    await startWith(brandingWith({ src: './plugins/external-chat/index.html?relay=1' }));
    await ourStory(meeting.embeddingUrl(), '#webapp3');
  });
});
