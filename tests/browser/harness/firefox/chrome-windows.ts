import type { PrivilegedWindow } from './privileged';

// All of these run in Firefox's own window: they may name nothing but its globals and their parameters.
declare const ChromeUtils: PrivilegedWindow['ChromeUtils'];
declare const Services: PrivilegedWindow['Services'];
declare const SidebarController: PrivilegedWindow['SidebarController'];
declare const gBrowser: PrivilegedWindow['gBrowser'];

/** The ids of the extensions that were installed, and did not come with Firefox. */
export async function extensionsInstalled(): Promise<string[]> {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const extensions = await AddonManager.getAddonsByTypes(['extension']);
  return extensions.filter(({ isBuiltin, isSystem }) => !isBuiltin && !isSystem).map(({ id }) => id);
}

/** Lets an extension into private windows, also one that is not installed yet. */
export async function allowInPrivateWindows(id: string): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
}

/** The browser id of the tab in this window, if the window is a popup: those have no toolbar. */
export function tabOfPopup(): number | null {
  return window.toolbar.visible ? null : gBrowser.selectedTab.linkedBrowser.browsingContext.browserId;
}

/** Leaves one empty tab in one window, and no data of any site. */
export async function clearWindow(): Promise<void> {
  if (SidebarController.isOpen) SidebarController.hide();
  for (const other of Services.wm.getEnumerator('navigator:browser')) if (other !== window) other.close();
  const blank = gBrowser.addTrustedTab('about:blank');
  gBrowser.selectedTab = blank;
  for (const tab of [...gBrowser.tabs])
    if (tab !== blank) gBrowser.removeTab(tab, { animate: false, skipPermitUnload: true });
  const EVERYTHING = 0xffffffff;
  await new Promise<void>((done) => {
    Services.clearData.deleteData(EVERYTHING, { onDataDeleted: () => done() });
  });
}
