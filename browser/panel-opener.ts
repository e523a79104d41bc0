import { browser, sidePanelApi } from './browser';

/**
 * Opens the side panel (Chrome) or the sidebar (Firefox) beside the tab. To be called in a user gesture
 * and before anything is awaited, or the browser refuses.
 * @see https://developer.chrome.com/docs/extensions/reference/api/sidePanel#method-open
 * @see https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/sidebarAction/open
 */
export function openPanel(windowId: number): Promise<void> {
  return sidePanelApi()?.open({ windowId }) ?? browser.sidebarAction.open();
}
