import type { ClickPoint } from '../snapshot';
import type { PrivilegedWindow, XulBrowser, XulMenu, XulPopup } from './privileged';

// All of these run in Firefox's own window: they may name nothing but its globals and their parameters.
declare const CustomizableUI: PrivilegedWindow['CustomizableUI'];
declare const SidebarController: PrivilegedWindow['SidebarController'];
declare const WebExtensionPolicy: PrivilegedWindow['WebExtensionPolicy'];
declare const PopupNotifications: PrivilegedWindow['PopupNotifications'];

/** "Pin to Toolbar" for the extension's icon, which Firefox keeps in the extensions panel at first. */
export function pinIcon(extensionId: string): void {
  const widget = `${extensionId.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-browser-action`;
  CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_NAVBAR);
}

/** Where the extension's icon is in the window, or null while it has no place there. */
export function iconPoint(extensionId: string): ClickPoint | null {
  const button = document.querySelector(
    `#nav-bar [data-extensionid="${CSS.escape(extensionId)}"] .unified-extensions-item-action-button`,
  );
  const box = button?.getBoundingClientRect();
  return box && box.width > 0 ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
}

/** Returns the URL of the options page, or null while the extension is not installed. */
export function installedOptions(extensionId: string): string | null {
  const policy: ReturnType<typeof WebExtensionPolicy.getByID> | null =
    WebExtensionPolicy.getByID(extensionId);
  return policy ? policy.getURL('options.html') : null;
}

/** What an extension's background is about: *running* once it has been through its script. */
export function backgroundState(extensionId: string): string {
  return WebExtensionPolicy.getByID(extensionId).extension.backgroundState;
}

/** The browser id and URL of the document in the sidebar. */
export function sidebarContent(): { browserId: number; url: string } | null {
  if (!SidebarController.isOpen) return null;
  const browser = SidebarController.browser.contentDocument?.getElementById(
    'webext-panels-browser',
  ) as XulBrowser | null;
  const context = browser?.browsingContext;
  const url = context?.currentWindowGlobal?.documentURI.spec;
  return context && url !== undefined ? { browserId: context.browserId, url } : null;
}

/** Makes the sidebar so many pixels wide, or as wide as it is at first for `null`. */
export function resizeSidebar(widthPx: number | null): void {
  const width = widthPx === null ? '' : `${widthPx}px`;
  document.getElementById('sidebar-box')?.style.setProperty('width', width);
}

/** Closes the sidebar. */
export function hideSidebar(): void {
  SidebarController.hide();
}

/**
 * Chooses an item of the extension's in the open menu of its icon, by its id, unless it is disabled, and then
 * closes the menu: whether it was chosen, or what there was instead.
 */
export function chooseMenuItem(id: string): string | boolean {
  const menu = document.getElementById('toolbar-context-menu') as XulPopup | null;
  if (menu?.state !== 'open') return `a menu that is ${menu?.state ?? 'not there'}`;
  const item = menu.querySelector(`[id$="-menuitem-_${id}"]`);
  if (!item) return [...menu.querySelectorAll('[id]')].map((each) => each.id).join(', ');
  const popup = item.closest('menupopup') as XulPopup;
  if (popup.state !== 'open') {
    (popup.parentElement as XulMenu).openMenu(true);
    return `a menu inside it that is ${popup.state}`;
  }
  if (item.getAttribute('disabled') !== null && item.getAttribute('disabled') !== 'false') {
    menu.hidePopup();
    return false;
  }
  popup.activateItem(item);
  return true;
}

/** Ends the background of an extension as Firefox does when it has been idle. */
export async function endBackground(extensionId: string): Promise<void> {
  await WebExtensionPolicy.getByID(extensionId).extension.terminateBackground({ expectStopped: false });
}

/** Where the button of an open prompt is that accepts or declines, or null while there is no prompt. */
export function promptButtonPoint(accept: boolean): ClickPoint | null {
  if (PopupNotifications.panel.state !== 'open') return null;
  const notification = PopupNotifications.panel.querySelector('popupnotification:not([hidden])');
  const kind = accept ? 'primary' : 'secondary';
  const button =
    notification?.shadowRoot?.querySelector(`.popup-notification-${kind}-button`) ??
    notification?.querySelector(`.popup-notification-${kind}-button`);
  const box = button?.getBoundingClientRect();
  return box && box.width > 0 ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
}

/** Whether no prompt is on screen, nor on its way in or out. */
export function isPromptClosed(): boolean {
  return PopupNotifications.panel.state === 'closed';
}

/** The prompts, menus, lists and tooltips that are on screen, and how each stands. */
export function openPopups(): string {
  return [...document.querySelectorAll<XulPopup>('panel, menupopup, tooltip')]
    .filter(({ state }) => state !== undefined && state !== 'closed')
    .map(({ id, localName, state }) => `${localName} ${id} (${state})`)
    .join(', ');
}
