import browser from 'webextension-polyfill';

/** The parts of Chrome's side panel API that are used here; the polyfill passes them through untyped. */
interface SidePanelApi {
  open(options: { windowId: number }): Promise<void>;
}

export const sidePanelApi = (): SidePanelApi | undefined => Reflect.get(browser, 'sidePanel');

export { browser };
