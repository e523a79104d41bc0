import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONFIG } from '../../settings/chat/config';
import type { Surface, Tab } from './harness/browser';
import { seeRow } from './support/calls';
import { commandKeys, type Keyed, keyed } from './support/keyed';
import { type ServedPage, servePage } from './support/page';

const DOCK = 'iframe[title="External Chat"]';

/** A page that opens a meeting as Rocket.Chat and Mattermost do. */
const portalOf = (url: string) =>
  `<!doctype html><title>Portal</title>
  <button onclick="open('${url}', '', 'popup,width=1000,height=700')">Join</button>`;

describe.each(keyed)('a meeting in a popup window, in $name', ({ name, start, isThere }) => {
  let browser: Keyed;
  let portal: ServedPage;
  let url: string;
  let framed: ServedPage | undefined;
  let opener: ServedPage | undefined;
  let popup: Tab;
  let dock: Surface;
  const key = (command: string) => commandKeys(name)[command] ?? '';

  const isDockShown = () => popup.evaluate(() => document.querySelector(':popover-open') !== null);
  const seeDock = async (isShown: boolean) => expect.poll(isDockShown).toBe(isShown);
  const untilInputCounts = () =>
    dock.waitFor('input to be taken', () => document.documentElement.dataset.input === 'taken');

  beforeAll(async () => {
    if (!isThere) return;
    // Smaller than the popup, which is to have the keyboard.
    browser = await start({ width: 700, height: 500 });
    url = browser.fixture.meeting.directUrl('popup', '/sales/m/');
    portal = await servePage(portalOf(url));
    await (await browser.fixture.browser.open(portal.url)).click('button', 'Join');
    popup = await browser.fixture.browser.ownTab(url);
    await popup.see('button', 'Open Chat');
  });
  afterAll(async () => {
    await browser?.close();
    for (const page of [portal, framed, opener]) page?.close();
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
    await browser.press(key('toggle-chat'));
    await popup.see('button', 'Open Chat', ({ pressed }) => pressed === false);
    await seeDock(false);
  });

  test.skipIf(!isThere)('shows it over a page of frames, too', async () => {
    await popup.close();
    const html = `<!doctype html><title>Call</title><frameset cols="1,*"><frame><frame id="m" src="${url}">`;
    framed = await servePage(html);
    opener = await servePage(portalOf(framed.url));
    await (await browser.fixture.browser.open(opener.url)).click('button', 'Join');
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
});
