import type { Tabs } from 'webextension-polyfill';
import { browser } from './browser';

/** Calls `listener` once after an installation, saying whether it is the first, and after each update. */
export function onInstalled(listener: (isFirst: boolean) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => listener(reason === 'install'));
}

/** Calls `listener` when the browser has been started. */
export const onStartup = (listener: () => void): void => browser.runtime.onStartup.addListener(listener);

/**
 * Calls `listener` when an administrator has changed something. Of this area alone: others change all the
 * time.
 */
export function onPolicyChanged(listener: () => void): void {
  browser.storage.managed.onChanged.addListener(() => listener());
}

/** Calls `listener` with the active tab when the toolbar icon is clicked; a click is a user gesture. */
export const onIconClicked = (listener: (tab: Tabs.Tab) => void): void =>
  browser.action.onClicked.addListener(listener);
