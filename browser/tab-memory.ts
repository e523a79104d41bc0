import { browser } from './browser';

/**
 * What is remembered of a tab that has a peer, so that one can come back after the page was loaded again. It
 * is in the browser's memory, never on disk, and goes with the tab.
 */
type TabMemory = {
  /** Origin of the page. */
  site: string;
  /** The page had a meeting. */
  hadMeeting?: boolean;
  /** The page was loaded again, and the browser did not let the extension in. */
  isShutOut?: boolean;
};

const keyOf = (tabId: number) => `tab-${tabId}`;
const keyOfKept = (tabId: number) => `kept-${tabId}`;

/** What the keeper of a page has kept, and the origin of that page. */
type KeptOfSite = { site: string; kept: readonly unknown[] };

/** Keeps what a keeper sends; nothing takes the place of what was there. */
export async function keepOfTab(tabId: number, { site, kept }: KeptOfSite): Promise<void> {
  const key = keyOfKept(tabId);
  if (kept.length === 0) await browser.storage.session.remove(key);
  else await browser.storage.session.set({ [key]: { site, kept } });
}

/** Returns what was kept of a tab for the pages of a site. */
export async function keptOfTab(tabId: number, site: string): Promise<readonly unknown[] | undefined> {
  const key = keyOfKept(tabId);
  const found = (await browser.storage.session.get(key))[key] as KeptOfSite | undefined;
  return found?.site === site ? found.kept : undefined;
}

/** Gives what is known of a tab to the one that took its place. */
export async function moveTab(tabId: number, before: number): Promise<void> {
  const { session } = browser.storage;
  const known = await session.get([keyOf(before), keyOfKept(before)]);
  const moved = { [keyOf(tabId)]: known[keyOf(before)], [keyOfKept(tabId)]: known[keyOfKept(before)] };
  await session.set(Object.fromEntries(Object.entries(moved).filter(([, value]) => value !== undefined)));
  await forgetTab(before);
}

/** Forgets everything about a tab. */
export const forgetTab = (tabId: number): Promise<void> =>
  browser.storage.session.remove([keyOf(tabId), keyOfKept(tabId)]);

/** Reads what is remembered of a tab. Not for documents in pages, which browsers keep out of this store. */
export async function readTab(tabId: number): Promise<TabMemory | undefined> {
  const key = keyOf(tabId);
  return (await browser.storage.session.get(key))[key] as TabMemory | undefined;
}

/** Changes what is remembered of a tab, one change after the other; `undefined` changes nothing. */
export function changeTab(
  tabId: number,
  change: (before: TabMemory | undefined) => TabMemory | undefined,
): Promise<void> {
  const key = keyOf(tabId);
  return navigator.locks.request(key, async () => {
    const after = change(await readTab(tabId));
    if (after) await browser.storage.session.set({ [key]: after });
  }) as Promise<void>;
}

/** Calls `listener` when what is remembered of any tab has changed, until `stop` aborts. */
export function onTabMemory(listener: () => void, stop: AbortSignal): void {
  const { onChanged } = browser.storage.session;
  // Panels keep what is typed in the same store.
  const onChange = (changes: object) => {
    if (Object.keys(changes).some((key) => key.startsWith('tab-'))) listener();
  };
  onChanged.addListener(onChange);
  stop.addEventListener('abort', () => onChanged.removeListener(onChange), { once: true });
}
