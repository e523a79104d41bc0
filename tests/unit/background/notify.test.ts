import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { iconOf } from '../../../browser/icon';
import { DEFAULT_SETTINGS } from '../../../settings/settings';
import { memoryStorage } from '../../../settings/storage/memory';
import { fakeEvent } from '../browser/fake-event';

// In the place of the polyfill, which throws outside an extension.
vi.mock('../../../browser/browser', () => ({
  get browser() {
    return Reflect.get(globalThis, 'browser');
  },
  sidePanelApi: () => undefined,
}));

const OWN = 'chrome-extension://own/';
const PAGE = 'https://portal.example.com/room?secret';

function start({ isPrivate = false, badge = '', hasPermission = true, opensPanelIn = '' } = {}) {
  const onMessage = fakeEvent();
  const onClicked = fakeEvent();
  const shown = new Map<string, { title: string; message: string }>();
  const done: unknown[] = [];
  const items: Record<string, unknown> = {};
  const session = {
    get: async () => items,
    set: async (given: object) => void done.push(given),
    remove() {},
  };
  const notifications = {
    create: async (id: string, { title, message }: { title: string; message: string }) =>
      void shown.set(id, { title, message }),
    clear: async (id: string) => shown.delete(id),
    getAll: async () => Object.fromEntries(shown),
    onClicked,
  };
  vi.stubGlobal('browser', {
    runtime: { onMessage, getURL: (path: string) => OWN + path.slice(1) },
    permissions: { onAdded: fakeEvent() },
    action: { getBadgeText: async () => badge },
    tabs: {
      get: async (id: number) => ({ id, windowId: 3, incognito: isPrivate }),
      update: async (...to: unknown[]) => void done.push(['tab', ...to]),
      sendMessage: async (...to: unknown[]) => void done.push(['asked', ...to]),
      onRemoved: fakeEvent(),
    },
    windows: {
      update: async (...to: unknown[]) => void done.push(['window', ...to]),
      get: async () => ({ type: opensPanelIn }),
    },
    sidebarAction: {
      open: () => (opensPanelIn ? Promise.resolve() : Promise.reject(new Error('no gesture'))),
    },
    storage: { session },
    ...(hasPermission && { notifications }),
  });
  const value = { ...DEFAULT_SETTINGS, notifyUnread: true, notifyPeople: true, notifyCalls: true };
  const storage = memoryStorage({ local: { settings: { version: 4, value } } });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return {
    shown,
    done,
    storage,
    async icon(unread: number, asked = false) {
      const message = { type: 'icon', state: 'ready', unread, asked };
      onMessage.fire(message, { tab: { id: 7 }, url: PAGE });
      await settle();
      badge = iconOf(message).text;
    },
    async outcome(url: string) {
      const message = {
        type: 'call-outcome',
        outcome: 'joined',
        calls: ['a', 'b'],
        site: 'https://portal.example.com',
      };
      onMessage.fire({ ...message, tabId: 7 }, { url });
      await settle();
    },
    /** The keeper of the page has kept `before`, and now keeps `now`. */
    async keep(before: object, now: object) {
      items['kept-7'] = { site: new URL(PAGE).origin, kept: [{ calls: [before] }] };
      onMessage.fire({ type: 'keep', kept: [{ calls: [now] }] }, { tab: { id: 7 }, url: PAGE });
      await settle();
    },
    async click(id: string) {
      onClicked.fire(id);
      await settle();
    },
  };
}

async function served(...of: Parameters<typeof start>) {
  const browser = start(...of);
  const { serveNotifications } = await import('../../../background/notify');
  serveNotifications(browser.storage);
  return browser;
}

beforeEach(() => void vi.spyOn(console, 'info').mockImplementation(() => {}));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the background', () => {
  it('notifies with the number and the host, and with no more of the page', async () => {
    const { shown, icon } = await served();
    await icon(2);
    expect([...shown]).toEqual([
      ['unread 7 3', { title: '2 unread messages', message: 'portal.example.com' }],
    ]);
    await icon(2, true);
    expect(shown.get('people 7 3')).toEqual({
      title: 'Someone is waiting or has raised a hand',
      message: 'portal.example.com',
    });
    await icon(0);
    expect(shown.size).toBe(0);
  });

  it('notifies of what is written while somebody waits, and of nothing twice', async () => {
    const { shown, icon } = await served();
    await icon(0, true);
    await icon(1, true);
    expect([...shown.keys()]).toEqual(['people 7 3', 'unread 7 3']);
    shown.clear();
    await icon(1, false);
    expect(shown.size).toBe(0);
  });

  it('notifies of nothing in a private window, or without permission', async () => {
    for (const browser of [await served({ isPrivate: true }), await served({ hasPermission: false })]) {
      await browser.icon(2);
      await browser.outcome(`${OWN}sidepanel.html`);
      expect(browser.shown.size).toBe(0);
    }
  });

  it('takes what became of calls from the extension’s own documents alone', async () => {
    const { shown, outcome } = await served();
    await outcome(PAGE);
    expect(shown.size).toBe(0);
    await outcome(`${OWN}sidepanel.html`);
    expect([...shown]).toEqual([['calls 7 3', { title: '2 calls joined', message: 'portal.example.com' }]]);
  });

  it('tells of a call with what is kept of its page, and not again where a panel tells of it', async () => {
    const { shown, keep, outcome } = await served();
    await keep({ id: 'a', state: { name: 'ringing' } }, { id: 'a', state: { name: 'joined' } });
    expect([...shown]).toEqual([['calls 7 3', { title: '1 call joined', message: 'portal.example.com' }]]);
    await outcome(`${OWN}sidepanel.html`);
    // Of the two that the panel tells of, one is new.
    expect(shown.get('calls 7 3')?.title).toBe('1 call joined');
    shown.clear();
    await outcome(`${OWN}sidepanel.html`);
    expect(shown.size).toBe(0);
  });

  it('leads to the tab and, where no side panel opens, to the panel on its page', async () => {
    const { done, click } = await served();
    await click('people 7 3');
    expect(done).toEqual([
      ['tab', 7, { active: true }],
      ['window', 3, { focused: true }],
      { 'panel.window-3.asked-view': 'people' },
      { 'panel.tab-7.asked-view': 'people' },
      ['asked', 7, { type: 'show-dock' }, { frameId: 0 }],
    ]);
  });

  it('leads to the panel on the page of a popup window, where none opens beside it', async () => {
    const asked = ['asked', 7, { type: 'show-dock' }, { frameId: 0 }];
    const popup = await served({ opensPanelIn: 'popup' });
    await popup.click('unread 7 3');
    expect(popup.done).toContainEqual(asked);
    const ordinary = await served({ opensPanelIn: 'normal' });
    await ordinary.click('unread 7 3');
    expect(ordinary.done).not.toContainEqual(asked);
  });
});
