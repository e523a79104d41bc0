/**
 * The little that the functions of `chrome-*.ts` use of Firefox's own windows. Those functions run there, in
 * the "chrome context", with all of the browser's rights.
 */
interface BrowsingContext {
  id: number;
  browserId: number;
  top: BrowsingContext;
  embedderElement: XulBrowser;
  currentWindowGlobal: WindowGlobal | null;
}

interface WindowGlobal {
  documentURI: { spec: string };
  getActor(name: 'MarionetteCommands'): {
    executeScript(
      script: string,
      args: unknown[],
      options: { timeout: number; sandboxName?: 'system' },
    ): Promise<unknown>;
  };
  drawSnapshot(rect: DOMRect | null, scale: number, background: string): Promise<ImageBitmap>;
}

export interface XulBrowser extends HTMLElement {
  ownerGlobal: PrivilegedWindow | null;
  browsingContext: BrowsingContext;
  currentURI: { spec: string };
  fixupAndLoadURIString(url: string, options: { triggeringPrincipal: unknown }): void;
  reload(): void;
}

interface XulTab extends HTMLElement {
  linkedBrowser: XulBrowser;
}

export interface XulPopup extends HTMLElement {
  state: string;
  activateItem(item: Element): void;
  hidePopup(): void;
}

export interface XulMenu extends HTMLElement {
  openMenu(open: boolean): void;
}

export interface TabsProgressListener {
  onStateChange(
    browser: XulBrowser,
    progress: { isTopLevel: boolean },
    request: unknown,
    flags: number,
    status: number,
  ): void;
  onLocationChange(
    browser: XulBrowser,
    progress: { isTopLevel: boolean },
    request: unknown,
    location: unknown,
    flags: number,
  ): void;
}

interface ExtensionPermissions {
  add(id: string, permissions: { permissions: string[]; origins: string[] }): Promise<unknown>;
}

interface AddonManager {
  getAddonsByTypes(types: string[]): Promise<{ id: string; isBuiltin: boolean; isSystem: boolean }[]>;
}

export interface PrivilegedWindow {
  BrowsingContext: {
    get(id: number): BrowsingContext | null;
    getCurrentTopByBrowserId(browserId: number): BrowsingContext | null;
  };
  CustomizableUI: { AREA_NAVBAR: string; addWidgetToArea(widget: string, area: string): void };
  Services: {
    focus: { focusedContentBrowsingContext: BrowsingContext | null };
    scriptSecurityManager: { getSystemPrincipal(): unknown };
    wm: { getEnumerator(kind: 'navigator:browser'): Iterable<Window> };
    clearData: { deleteData(what: number, callback: { onDataDeleted(failed: number): void }): void };
  };
  ChromeUtils: {
    importESModule(url: 'resource://gre/modules/AddonManager.sys.mjs'): { AddonManager: AddonManager };
    importESModule(url: 'resource://gre/modules/ExtensionPermissions.sys.mjs'): {
      ExtensionPermissions: ExtensionPermissions;
    };
  };
  WebExtensionPolicy: {
    getByID(id: string): {
      getURL(page: string): string;
      extension: { backgroundState: string; terminateBackground(how: object): Promise<void> };
    };
  };
  SidebarController: { isOpen: boolean; browser: { contentDocument: Document | null }; hide(): void };
  PopupNotifications: { panel: HTMLElement & { state: string } };
  gBrowser: {
    selectedTab: XulTab;
    tabs: XulTab[];
    addTrustedTab(url: string, options?: { skipAnimation: boolean }): XulTab;
    getTabForBrowser(browser: XulBrowser): XulTab | undefined;
    removeTab(tab: XulTab, options: { animate: boolean; skipPermitUnload: boolean }): void;
    addTabsProgressListener(listener: TabsProgressListener): void;
    removeTabsProgressListener(listener: TabsProgressListener): void;
  };
}
