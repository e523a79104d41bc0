import { native } from './native';
import type { Notice } from './runtime-messages';

/** Asks the background for the peer in this tab; asking wakes it. */
export function requestPeer(): void {
  const found: Notice = { type: 'meeting-found' };
  native.runtime.sendMessage(found).catch((error: unknown) => {
    // The extension was updated at this very moment: the page's next load brings the new one.
    console.info('external-chat:', error);
  });
}
