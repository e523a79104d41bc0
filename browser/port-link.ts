import type { Runtime } from 'webextension-polyfill';
import type { Link } from '../protocol/link';

/** A runtime port as a `Link`. */
export function portLink(port: Runtime.Port): Link {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.onMessage.addListener((message: unknown) => listener(message)),
    onClose: (listener) => port.onDisconnect.addListener(() => listener()),
    close: () => port.disconnect(),
  };
}
