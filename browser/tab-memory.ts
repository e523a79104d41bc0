import { browser } from './browser';

/**
 * What is remembered of a tab that has a peer, so that one can come back after the page was loaded again. It
 * is in the browser's memory, never on disk, and goes with the tab.
 */
export type TabMemory = {
  /** Origin of the page. */
  site: string;
  /** The page had a meeting. */
  hadMeeting?: boolean;
  /** The page was loaded again, and the browser did not let the extension in. */
  isShutOut?: boolean;
};

const keyOf = (tabId: number) => `tab-${tabId}`;

/** Reads what is remembered of a tab. Not for documents in pages, which browsers keep out of this store. */
export async function readTab(tabId: number): Promise<TabMemory | undefined> {
  const key = keyOf(tabId);
  return (await browser.storage.session.get(key))[key] as TabMemory | undefined;
}

/** Changes what is remembered of a tab, one change after the other; `undefined` forgets it. */
export function changeTab(
  tabId: number,
  change: (before: TabMemory | undefined) => TabMemory | undefined,
): Promise<void> {
  const key = keyOf(tabId);
  return navigator.locks.request(key, async () => {
    const before = await readTab(tabId);
    const after = change(before);
    if (after) await browser.storage.session.set({ [key]: after });
    else if (before) await browser.storage.session.remove(key);
  }) as Promise<void>;
}

/** Calls `listener` when what is remembered of any tab has changed, until `stop` aborts. */
export function onTabMemory(listener: () => void, stop: AbortSignal): void {
  const { onChanged } = browser.storage.session;
  onChanged.addListener(listener);
  stop.addEventListener('abort', () => onChanged.removeListener(listener), { once: true });
}
