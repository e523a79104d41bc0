import type { Link } from '../protocol/link';
import { native } from './native';

/**
 * How peer and dock authenticate each other on a page that sees every window message, and can frame the dock.
 *
 *   peer ──storage.local──▶ a secret, under a key of its own: no page can read or write there
 *   peer ──postMessage───▶ the same secret and a port, at the extension's origin only: no page receives it
 *   dock                   takes the port if it finds that secret, and removes it: it is good for one time
 *
 * So a page cannot forge (it knows no secret), not steal (it is not of that origin), and not repeat.
 */
export const SECRET_KEY = 'dock.';

/** The dock's document. */
export const DOCK_PAGE = 'dock.html';

/** The address of the dock's document. */
export const dockAddress = (): string => native.runtime.getURL(DOCK_PAGE);

/** Hands the dock in this window one end of a new link; gives the other, and what ends it. */
export async function handLink(dock: Window): Promise<{ link: Link; end(): void }> {
  const secret = [...crypto.getRandomValues(new Uint32Array(4))].join('-');
  await native.storage.local.set({ [SECRET_KEY + secret]: Date.now() });
  const { port1, port2 } = new MessageChannel();
  const onClose: (() => void)[] = [];
  dock.postMessage({ type: 'dock', secret }, new URL(native.runtime.getURL('')).origin, [port2]);
  return {
    link: {
      post: (message) => port1.postMessage(message),
      onMessage: (listener) => {
        port1.onmessage = ({ data }) => listener(data);
      },
      onClose: (listener) => void onClose.push(listener),
      close: () => port1.close(),
    },
    end: () => {
      port1.close();
      for (const listener of onClose) listener();
    },
  };
}
