import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeEvent } from '../browser/fake-event';

// In the place of the polyfill, which throws outside an extension.
vi.mock('../../../browser/browser', () => ({
  get browser() {
    return Reflect.get(globalThis, 'browser');
  },
  sidePanelApi: () => ({ open: async () => {} }),
}));

const POPUP = { id: 7, windowId: 3 };
const CAN_NOT = 'External Chat: the popup window can’t show the panel. Open its page in a tab.';
const NO_ACCESS =
  'External Chat: no access to the popup window. Add the site that opened it in the options, under Sites.';

/** The tabs in front of the ordinary windows: two, and a private one that was looked at last. */
const FRONTS = [
  { id: 1, incognito: false, lastAccessed: 10 },
  { id: 2, incognito: false, lastAccessed: 20 },
  { id: 5, incognito: true, lastAccessed: 30 },
];

/** What stands on the icons of tabs. */
const icons = new Map<number, { title?: string; text?: string }>();
const onMessage = fakeEvent();
const onRemoved = fakeEvent();
const asked: unknown[] = [];
let contentType: string;
let windowType: string;
/** Set where the browser keeps the extension out of the page. */
let refusal: string | undefined;
let incognito: boolean;

beforeEach(() => {
  for (const each of [icons, onMessage.listeners, onRemoved.listeners]) each.clear();
  asked.length = 0;
  contentType = 'image/svg+xml';
  windowType = 'popup';
  refusal = undefined;
  incognito = false;
  vi.spyOn(console, 'info').mockImplementation(() => {});
  const session: Record<string, unknown> = {};
  const paint = async ({ tabId, ...change }: { tabId: number; title?: string; text?: string }) =>
    void icons.set(tabId, { ...icons.get(tabId), ...change });
  vi.stubGlobal('navigator', { locks: { request: async (_: string, job: () => Promise<void>) => job() } });
  vi.stubGlobal('browser', {
    runtime: { onMessage, getURL: (path: string) => path },
    action: { setTitle: paint, setBadgeText: paint },
    storage: {
      session: {
        get: async (key: string | null) => (key === null ? { ...session } : { [key]: session[key] }),
        set: async (items: object) => void Object.assign(session, items),
        remove: async (key: string) => void Reflect.deleteProperty(session, key),
      },
    },
    tabs: {
      onRemoved,
      get: async () => ({ ...POPUP, incognito }),
      query: async () => FRONTS,
      sendMessage: async (tabId: number, { type }: { type: string }) => {
        asked.push([tabId, type]);
        throw new Error('Receiving end does not exist.');
      },
    },
    windows: { get: async () => ({ type: windowType }) },
    scripting: {
      executeScript: async () => {
        if (refusal !== undefined) throw new Error(refusal);
        return [{ result: contentType }];
      },
    },
  });
});
afterEach(() => {
  // Ends the wait for a side panel, which outlives the test.
  onMessage.fire({ type: 'panel-shown' }, {});
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.resetModules();
});

const settle = () => new Promise((resolve) => setTimeout(resolve));

const serve = async () => {
  const all = await import('../../../background/bring-peer');
  all.servePopups();
  return all;
};

it.each(['openBeside', 'toggleChatOf', 'bringPeer'] as const)(
  '%s in a popup that can show no panel tells so on the icon in the window behind',
  async (name) => {
    const all = await serve();
    if (name === 'bringPeer') all.bringPeer(POPUP.id);
    else all[name](POPUP);
    await settle();
    expect([...icons]).toEqual([[2, { title: CAN_NOT, text: '…' }]]);
  },
);

it.each([
  { type: 'popup', told: [[2, { title: NO_ACCESS, text: '…' }]] },
  { type: 'normal', told: [] },
])('tells of a key in a $type window that gives no access: $told', async ({ type, told }) => {
  windowType = type;
  refusal = 'Cannot access contents of url "about:blank".';
  (await serve()).toggleChatOf(POPUP);
  await settle();
  expect([...icons]).toEqual(told);
});

it('tells of a private popup in a private window alone', async () => {
  incognito = true;
  (await serve()).bringPeer(POPUP.id);
  await settle();
  expect([...icons.keys()]).toEqual([5]);
});

it('tells nothing of a popup whose page can show the panel', async () => {
  contentType = 'text/html';
  (await serve()).bringPeer(POPUP.id);
  await settle();
  expect(icons.size).toBe(0);
});

it.each([
  { when: 'has gone', act: () => onRemoved.fire(POPUP.id) },
  {
    when: 'has a peer',
    act: () => onMessage.fire({ type: 'peer-started' }, { tab: POPUP, url: 'https://meet.example.com/' }),
  },
])('takes it back once the popup $when, and has the tab show its own', async ({ act }) => {
  (await serve()).bringPeer(POPUP.id);
  await settle();
  asked.length = 0;
  act();
  await settle();
  expect([...icons]).toEqual([[2, { title: '', text: '' }]]);
  expect(asked).toEqual([[2, 'find-meetings']]);
  icons.clear();
  act();
  await settle();
  expect(icons.size).toBe(0);
});

it('keeps what is told of another popup on the same icon, until that has gone', async () => {
  const all = await serve();
  all.bringPeer(POPUP.id);
  await settle();
  refusal = 'Cannot access contents of url "about:blank".';
  all.toggleChatOf({ id: 8, windowId: 4 });
  await settle();
  expect([...icons]).toEqual([[2, { title: NO_ACCESS, text: '…' }]]);
  onRemoved.fire(8);
  await settle();
  expect([...icons]).toEqual([[2, { title: CAN_NOT, text: '…' }]]);
  onRemoved.fire(POPUP.id);
  await settle();
  expect([...icons]).toEqual([[2, { title: '', text: '' }]]);
});
