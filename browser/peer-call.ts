import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser';
import { isNotice, type Notice } from './runtime-messages';

/** Asks the background for the peer in this tab; asking wakes it. */
export function requestPeer(): void {
  const found: Notice = { type: 'meeting-found' };
  browser.runtime.sendMessage(found).catch((error: unknown) => {
    // The extension was updated at this very moment: the page's next load brings the new one.
    console.info('external-chat: no peer for this page:', error);
  });
}

/** In the background: calls `listener` with each tab whose detector requests the peer. */
export function onPeerRequested(listener: (tabId: number | undefined) => void): void {
  browser.runtime.onMessage.addListener((data: unknown, { tab }: Runtime.MessageSender): undefined => {
    if (isNotice(data, 'meeting-found')) listener(tab?.id);
  });
}
