import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONFIG } from '../../settings/chat/config';
import type { Surface, Tab } from './harness/browser';
import { seeRow } from './support/calls';
import { DOCK } from './support/dock';
import { iconSays } from './support/extension';
import { commandKeys, type Keyed, keyed } from './support/keyed';
import { type ServedPage, servePage, serveSvg } from './support/page';
import { openPanel } from './support/panel';
import { popupOf } from './support/popup-of';

/** A page that opens a meeting as Rocket.Chat and Mattermost do. */
const portalOf = (url: string) =>
  `<!doctype html><title>Portal</title>
  <button onclick="open('${url}', '', 'popup,width=1000,height=700')">Join</button>`;

/** Writes a page with a meeting into an empty popup. */
const writing = (url: string) => `<button onclick="
  const { document } = open('about:blank', '', 'popup,width=1000,height=700');
  document.body.innerHTML = '<h1>Written</h1><iframe id=webapp3 width=900 height=500 src=${url}></iframe>';
">Write</button>`;

describe.each(keyed)('a meeting in a popup window, in $name', ({ name, start, isThere }) => {
  let browser: Keyed;
  let url: string;
  const pages: ServedPage[] = [];
  let popup: Tab;
  let dock: Surface;
  const key = (command: string) => commandKeys(name)[command] ?? '';

  const isDockShown = () => popup.evaluate(() => document.querySelector(':popover-open') !== null);
  const seeDock = async (isShown: boolean) => expect.poll(isDockShown).toBe(isShown);
  const untilInputIs = (state: 'taken' | 'refused') =>
    dock.waitFor(`input to be ${state}`, (is) => document.documentElement.dataset.input === is, state);
  const untilInputCounts = () => untilInputIs('taken');

  /** Opens a page that opens popups, and returns its tab. */
  const openPortal = async (html: string): Promise<Tab> => {
    const portal = await servePage(html);
    pages.push(portal);
    return browser.fixture.browser.open(portal.url);
  };

  beforeAll(async () => {
    if (!isThere) return;
    // Smaller than the popup, which is to have the keyboard.
    browser = await start({ width: 700, height: 500 });
    url = browser.fixture.meeting.directUrl('popup', '/sales/m/');
    await (await openPortal(portalOf(url))).click('button', 'Join');
    popup = await browser.fixture.browser.ownTab(url);
    await popup.see('button', 'Open Chat');
  });
  afterAll(async () => {
    await browser?.close();
    for (const page of pages) page.close();
  });

  test.skipIf(!isThere).each(['open-panel', 'focus-destination'])(
    '%s opens the panel on the page, with the keyboard in Destination',
    async (command) => {
      await popup.click('heading', 'popup');
      await browser.press(key(command));
      dock = await popup.frame(DOCK);
      await seeDock(true);
      await dock.see('textbox', 'Destination', ({ focused }) => focused);
      await untilInputCounts();
      await browser.press('z');
      await dock.see('textbox', 'Destination', ({ value }) => value === 'z');
      await browser.press(key(command));
      expect(await isDockShown()).toBe(true);
      await dock.fill('textbox', 'Destination', '');
      await dock.click('button', 'Close the chat');
      await seeDock(false);
      // So that it is not taken for ready when it is next shown, before it has seen that it was gone.
      await untilInputIs('refused');
    },
  );

  test.skipIf(!isThere)('is dialed from there', async () => {
    await browser.press(key('focus-destination'));
    await seeDock(true);
    await dock.see('textbox', 'Destination', ({ focused }) => focused);
    await untilInputCounts();
    await dock.fill('textbox', 'Destination', 'bob@example.com');
    await dock.click('button', 'Dial');
    await seeRow(dock, 'bob@example.com', /Joined/);
  });

  test.skipIf(!isThere)('shows its chat there, also where the side panel is preferred', async () => {
    await dock.evaluate(
      async (items) => {
        const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        await storage.local.set(items);
      },
      { [CONFIG.key]: { version: CONFIG.version, value: { ...CONFIG.fallback, place: 'panel' } } },
    );
    await dock.click('button', 'Close the chat');
    await seeDock(false);
    await popup.click('button', 'Open Chat');
    await popup.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await seeDock(true);
    await dock.see('tabpanel', 'Chat');
    // The keyboard has come to the chat, which takes no keys yet. Those of the browser go past it.
    await browser.press(key('toggle-chat'));
    await popup.see('button', 'Open Chat', ({ pressed }) => pressed === false);
    await seeDock(false);
  });

  test.skipIf(!isThere)('shows it over a page of frames, too', async () => {
    await popup.close();
    const html = `<!doctype html><title>Call</title><frameset cols="1,*"><frame><frame id="m" src="${url}">`;
    const framed = await servePage(html);
    pages.push(framed);
    await (await openPortal(portalOf(framed.url))).click('button', 'Join');
    popup = await browser.fixture.browser.ownTab(framed.url);
    const meeting = await popup.frame('#m');
    await meeting.see('button', 'Open Chat');
    await meeting.click('heading', 'popup');
    await browser.press(key('open-panel'));
    await seeDock(true);
    dock = await popup.frame(DOCK);
    await untilInputCounts();
    await dock.click('button', 'Close the chat');
    await seeDock(false);
    await meeting.click('button', 'Open Chat');
    await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await seeDock(true);
  });

  test.skipIf(!isThere)('tells on the icon behind what to do, where it can show no panel', async () => {
    await popup.close();
    const svg = await serveSvg(url);
    pages.push(svg);
    const opener = await openPortal(portalOf(svg.url) + writing(url));
    const panel = await openPanel(opener, 'No meeting on this page');
    await opener.click('button', 'Join');
    popup = await browser.fixture.browser.ownTab(svg.url);
    const meeting = await popup.frame('#m');
    await meeting.see('button', 'Open Chat');
    await meeting.click('heading', 'popup');
    await browser.press(key('open-panel'));
    const title = 'External Chat: the popup window can’t show the panel. Open its page in a tab.';
    await expect.poll(() => iconSays(panel)).toEqual({ title, badge: '…' });
    await popup.close();
    await expect
      .poll(() => iconSays(panel))
      .toEqual({
        title: 'External Chat: no meeting on this page',
        badge: '',
      });

    await opener.click('button', 'Write');
    popup = await popupOf(browser.fixture.browser, opener);
    await (await popup.frame('#webapp3')).see('button', 'Open Chat');
    await popup.click('heading', 'Written');
    await browser.press(key('open-panel'));
    // In Chromium, a key gives no access to a page in `about:blank`.
    if (name === 'firefox') await seeDock(true);
    else await expect.poll(async () => (await iconSays(panel)).title).toMatch(/no access to the popup/);
    await popup.close();
    await opener.closePanel();
  });

  test.skipIf(!isThere)('keeps two popups apart, and one whose opener loads it again and goes', async () => {
    const { browser: windows, meeting } = browser.fixture;
    const [first, second] = ['first', 'second'].map((alias) => meeting.directUrl(alias, '/sales/m/'));
    // As large as each other: the one on top, the second, has the keyboard while both are there.
    const opener = await openPortal(`<!doctype html><title>Portal</title>
      <button onclick="open('${first}', 'first', 'popup,width=1000,height=700')">First</button>
      <button onclick="open('${second}', 'second', 'popup,width=1000,height=700')">Second</button>`);
    const openDock = async (name: 'First' | 'Second', of: Tab) => {
      popup = of;
      await popup.see('button', 'Open Chat');
      await popup.click('heading', name.toLowerCase());
      await browser.press(key('open-panel'));
      await seeDock(true);
      dock = await popup.frame(DOCK);
      await untilInputCounts();
    };
    await opener.click('button', 'First');
    const one = await windows.ownTab(first ?? '');
    await openDock('First', one);
    await opener.click('button', 'Second');
    const two = await windows.ownTab(second ?? '');
    await openDock('Second', two);
    await dock.fill('textbox', 'Destination', 'carol@example.com');
    await dock.click('button', 'Dial');
    await seeRow(dock, 'carol@example.com', /Joined/);
    expect(['first', 'second'].map((alias) => meeting.node.conference(alias).dials.length)).toEqual([0, 1]);
    await one.click('button', 'Open Chat');
    await one.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await two.see('button', 'Open Chat', ({ pressed }) => pressed === false);
    await one.click('button', 'Close Chat');
    await one.see('button', 'Open Chat', ({ pressed }) => pressed === false);
    await two.close();

    await one.evaluate(() => void Reflect.set(window, 'isOld', true));
    await opener.click('button', 'First');
    await one.waitFor('the page to be loaded again', () => !Reflect.has(window, 'isOld'));
    await openDock('First', one);
    await opener.close();
    await one.click('button', 'Open Chat');
    await one.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await dock.see('tabpanel', 'Chat');
  });
});
