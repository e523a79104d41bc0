import type { Menus, Tabs } from 'webextension-polyfill';
import { browser } from './browser';

/** What the menu of the toolbar icon has, beside what the browser puts there itself. */
const MENU_ITEMS = ['always-run', 'place', 'place-dock', 'place-panel', 'help'] as const;
export type IconMenuItem = (typeof MENU_ITEMS)[number];

/** Makes the menu anew. The browser keeps it, in the language that it has when the menu is made. */
export async function makeMenu(words: Record<IconMenuItem, string>): Promise<void> {
  const { contextMenus } = browser;
  await contextMenus.removeAll();
  for (const id of MENU_ITEMS) {
    const isPlace = id.startsWith('place-');
    contextMenus.create({
      id,
      title: words[id],
      contexts: ['action'],
      ...(isPlace && { type: 'radio', parentId: 'place' }),
    });
  }
}

/**
 * Marks where the chat opens, and lets nothing else be chosen where somebody else decides. There may be no
 * menu yet, which is then made with the right mark.
 */
export async function markPlace(place: { at: 'dock' | 'panel'; isManaged: boolean }): Promise<void> {
  for (const at of ['dock', 'panel'] as const) {
    const isMarked = at === place.at;
    await browser.contextMenus
      ?.update(`place-${at}`, { enabled: !place.isManaged, ...(isMarked && { checked: true }) })
      .catch(() => {});
  }
}

/** Calls `run` when one of the items is chosen, with the tab in front; that is a user gesture. */
export function onMenu(run: (item: IconMenuItem, tab: Tabs.Tab) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }: Menus.OnClickData, tab?: Tabs.Tab) => {
    const item = MENU_ITEMS.find((id) => id === menuItemId);
    if (item && tab) run(item, tab);
  });
}
