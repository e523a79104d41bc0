import browser from 'webextension-polyfill';

/** The parts of Chrome's side panel API that are used here; the polyfill's types do not have them. */
interface SidePanelApi {
  open(options: { windowId: number }): Promise<void>;
}

/**
 * The browser API of the background and of the extension's own pages. Scripts in other people's pages use
 * `native.ts`: the polyfill throws outside an extension, and costs what a page loads.
 */
export { browser };

/** Chrome’s API for the side panel; `undefined` in browsers without one. */
export const sidePanelApi = (): SidePanelApi | undefined => Reflect.get(browser, 'sidePanel');
