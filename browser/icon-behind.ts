import { browser } from './browser';
import type { RuntimeNotice } from './runtime-messages';

/** What the badge shows where the icon’s title has something to tell of a popup. */
const MARK = '…';

const PREFIX = 'told-';

/** In the browser’s memory: what is told of a popup’s tab. */
const keyOf = (popupTabId: number) => `${PREFIX}${popupTabId}`;

/** `tabId`: on whose icon. */
type Told = { tabId: number; title: string };

/**
 * Tells of a tab in a popup window, which has no icon, on the icon in the window behind. Browsers don’t name
 * the opener of a popup: it is the ordinary window of the same kind that was in front last.
 */
export async function tellBehind(popupTabId: number, title: string): Promise<void> {
  const { action, storage, tabs } = browser;
  const { incognito } = await tabs.get(popupTabId);
  const fronts = await tabs.query({ active: true, windowType: 'normal' });
  const [behind] = fronts
    .filter((tab) => tab.incognito === incognito)
    .toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  if (behind?.id === undefined) return;
  const tabId = behind.id;
  const told: Told = { tabId, title };
  await storage.session.set({ [keyOf(popupTabId)]: told });
  await Promise.all([action.setTitle({ tabId, title }), action.setBadgeText({ tabId, text: MARK })]);
}

/**
 * Takes back what was told of a popup: it has gone, or shows a page that can have a panel. What is told of
 * another popup on the same icon stays.
 */
export async function takeBackBehind(popupTabId: number): Promise<void> {
  const { action, storage, tabs } = browser;
  const key = keyOf(popupTabId);
  const taken = (await storage.session.get(key))[key] as Told | undefined;
  if (!taken) return;
  await storage.session.remove(key);
  const { tabId } = taken;
  const other = Object.entries(await storage.session.get(null))
    .filter(([name]) => name.startsWith(PREFIX))
    .map(([, value]) => value as Told)
    .find((told) => told.tabId === tabId);
  if (other) return action.setTitle(other);
  // The tab may show something of its own by now: its peer paints that again.
  const lookAround: RuntimeNotice = { type: 'look-around' };
  await Promise.allSettled([
    action.setTitle({ tabId, title: '' }),
    action.setBadgeText({ tabId, text: '' }),
    tabs.sendMessage(tabId, lookAround, { frameId: 0 }),
  ]);
}
