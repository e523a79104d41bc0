import { browser } from './browser';
import type { RuntimeMessage } from './runtime-messages';

/** The badge of an icon whose title is about a popup. */
const MARK = '…';

const PREFIX = 'told-';

/** The key in the browser’s memory for a popup’s tab. */
const keyOf = (popupTabId: number) => `${PREFIX}${popupTabId}`;

/** What an icon shows about a popup; `tabId`: on whose icon. */
type ShownTitle = { tabId: number; title: string };

/**
 * Shows a title about a tab in a popup window, which has no icon, on the icon in the window behind.
 * Browsers don’t name the opener of a popup: it is the ordinary window of the same kind that was in front
 * last.
 */
export async function showBehind(popupTabId: number, title: string): Promise<void> {
  const { action, storage, tabs } = browser;
  const { incognito } = await tabs.get(popupTabId);
  const fronts = await tabs.query({ active: true, windowType: 'normal' });
  const [behind] = fronts
    .filter((tab) => tab.incognito === incognito)
    .toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  if (behind?.id === undefined) return;
  const tabId = behind.id;
  const shown: ShownTitle = { tabId, title };
  await storage.session.set({ [keyOf(popupTabId)]: shown });
  await Promise.all([action.setTitle({ tabId, title }), action.setBadgeText({ tabId, text: MARK })]);
}

/**
 * Clears the title about a popup that has gone, or shows a page that can have a panel. A title about another
 * popup on the same icon stays.
 */
export async function clearBehind(popupTabId: number): Promise<void> {
  const { action, storage, tabs } = browser;
  const key = keyOf(popupTabId);
  const cleared = (await storage.session.get(key))[key] as ShownTitle | undefined;
  if (!cleared) return;
  await storage.session.remove(key);
  const { tabId } = cleared;
  const other = Object.entries(await storage.session.get(null))
    .filter(([name]) => name.startsWith(PREFIX))
    .map(([, value]) => value as ShownTitle)
    .find((shown) => shown.tabId === tabId);
  if (other) return action.setTitle(other);
  // The tab may show something of its own by now: its peer paints that again.
  const findMeetings: RuntimeMessage = { type: 'find-meetings' };
  await Promise.allSettled([
    action.setTitle({ tabId, title: '' }),
    action.setBadgeText({ tabId, text: '' }),
    tabs.sendMessage(tabId, findMeetings, { frameId: 0 }),
  ]);
}
