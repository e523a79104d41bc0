import type { Browser } from 'webextension-polyfill';

/** The parts of Chrome's side panel API that are used here; the types of the polyfill do not have them. */
interface SidePanelApi {
  open(options: { windowId: number }): Promise<void>;
}

/**
 * The browser API. Chrome's own has returned promises since Manifest V3, so the polyfill gives only its types:
 * as code it would be a tenth of what the panel loads before it shows.
 */
export const browser: Browser = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');

export const sidePanelApi = (): SidePanelApi | undefined => Reflect.get(browser, 'sidePanel');
