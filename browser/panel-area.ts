import { browser } from './browser';

/**
 * What the panels of a window, or the one on the page of a tab, have left for the panel that comes after
 * them. It is in the browser's memory, never on disk, and goes with the window or the tab. Not for documents
 * in pages, which browsers keep out of this store.
 */
export function panelArea(owner: string) {
  const prefix = `panel.${owner}.`;
  const { session } = browser.storage;
  const read = async (): Promise<Record<string, unknown>> => {
    const all = Object.entries(await session.get(null)).filter(([key]) => key.startsWith(prefix));
    return Object.fromEntries(all.map(([key, value]) => [key.slice(prefix.length), value]));
  };
  return {
    read,
    /** `undefined` removes it. */
    write: (name: string, value: unknown): Promise<void> =>
      value === undefined ? session.remove(prefix + name) : session.set({ [prefix + name]: value }),
    async clear(): Promise<void> {
      await session.remove(Object.keys(await read()).map((name) => prefix + name));
    },
  };
}

/** The owner of what belongs to the side panel of a window. */
export const ofWindow = (windowId: number | undefined): string => `window-${windowId}`;

/** The owner of what belongs to the panel on the page of a tab. */
export const ofTab = (tabId: number): string => `tab-${tabId}`;
