import type { Runtime, Tabs } from 'webextension-polyfill';
import { browser } from './browser';
import { isRuntimeMessage, type RuntimeMessage } from './runtime-messages';
import { siteOfSender } from './sender-site';

/**
 * Calls `listener` when the page of a tab begins to load and when it has loaded. Firefox wakes the background
 * for these changes alone; Chromium throws if a filter is passed.
 */
export function onTabLoads(listener: (tabId: number, status: 'loading' | 'complete') => void): void {
  const onUpdated = (tabId: number, { status }: Tabs.OnUpdatedChangeInfoType) => {
    if (status === 'loading' || status === 'complete') listener(tabId, status);
  };
  const filter: [Tabs.UpdateFilter?] = 'sidebarAction' in browser ? [{ properties: ['status'] }] : [];
  browser.tabs.onUpdated.addListener(onUpdated, ...filter);
}

/** Calls `listener` when a tab is closed. */
export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => listener(tabId));
}

/** Calls `listener` when a tab has got another id, as one that Chromium had discarded. */
export function onTabReplaced(listener: (tabId: number, before: number) => void): void {
  browser.tabs.onReplaced.addListener(listener);
}

/** Calls `listener` with the tab and the origin of each page in which a peer starts or comes back. */
export function onPeerStarted(listener: (tabId: number, site: string) => void): void {
  onRuntimeMessage('peer-started', (_, tabId, site) => listener(tabId, site));
}

/** Calls `listener` with what the keeper of a page wants to be kept. */
export function onKeep(listener: (tabId: number, site: string, kept: readonly unknown[]) => void): void {
  onRuntimeMessage('keep', (data, tabId, site) => {
    const kept: unknown = Reflect.get(Object(data), 'kept');
    if (Array.isArray(kept)) listener(tabId, site, kept);
  });
}

function onRuntimeMessage(
  type: RuntimeMessage['type'],
  listener: (data: unknown, tabId: number, site: string) => void,
): void {
  browser.runtime.onMessage.addListener((data: unknown, sender: Runtime.MessageSender): undefined => {
    const tabId = sender.tab?.id;
    if (!isRuntimeMessage(data, type) || tabId === undefined) return;
    const site = siteOfSender(sender);
    if (site !== undefined) listener(data, tabId, site);
  });
}
