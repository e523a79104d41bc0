import { native } from './native';
import type { RuntimeMessage } from './runtime-messages';

/** Asks the background for the peer in this tab; asking wakes it. */
export function requestPeer(): void {
  const found: RuntimeMessage = { type: 'meeting-found' };
  native.runtime.sendMessage(found).catch((error: unknown) => {
    // The extension was just updated; the new version runs after the next page load.
    console.info('external-chat:', error);
  });
}
