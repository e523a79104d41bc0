import type { Runtime, Tabs } from 'webextension-polyfill';
import { browser } from './browser';
import { isNotice } from './runtime-messages';

/** Calls `listener` when the page of a tab begins to load and when it has loaded. */
export function onTabLoads(listener: (tabId: number, status: 'loading' | 'complete') => void): void {
  browser.tabs.onUpdated.addListener((tabId, { status }: Tabs.OnUpdatedChangeInfoType) => {
    if (status === 'loading' || status === 'complete') listener(tabId, status);
  });
}

/** Calls `listener` when a tab is closed. */
export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => listener(tabId));
}

/** Calls `listener` with the tab and the origin of each page in which a peer starts or comes back. */
export function onPeerStarted(listener: (tabId: number, site: string) => void): void {
  browser.runtime.onMessage.addListener((data: unknown, { tab, url }: Runtime.MessageSender): undefined => {
    if (!isNotice(data, 'peer-started') || tab?.id === undefined || url === undefined) return;
    listener(tab.id, new URL(url).origin);
  });
}
