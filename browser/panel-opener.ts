import { browser, sidePanelApi } from './browser';

/**
 * Opens the side panel (Chrome) or the sidebar (Firefox) beside the tab. To be called in a user gesture
 * and before anything is awaited, or the browser refuses. Where the window can have none, nothing happens.
 * @see https://developer.chrome.com/docs/extensions/reference/api/sidePanel#method-open
 * @see https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/sidebarAction/open
 */
export function openPanel(windowId: number): Promise<void> {
  return sidePanelApi()?.open({ windowId }) ?? browser.sidebarAction.open();
}

/**
 * Whether the window of a tab can have a side panel. Those that a page opens with a size of its own have
 * neither a toolbar nor a panel, and no browser says so when it is asked to open one.
 */
export async function hasSidePanel({ windowId }: { windowId?: number | undefined }): Promise<boolean> {
  if (windowId === undefined) return true;
  // A window that is being closed needs no panel of either kind.
  return browser.windows.get(windowId).then(
    ({ type }) => type === 'normal',
    () => true,
  );
}
