import type { Runtime } from 'webextension-polyfill';
import type { Link } from '../protocol/link';
import { native } from './native';
import { PANEL_PORT, type RuntimeMessage } from './runtime-messages';
import { announcePeer } from './script-registry';

/** What the rest of the extension requests of the peer. */
export interface PeerPort {
  /** Looks for meetings again, and greets those whose plugins have not sent anything. */
  findMeetings(): void;
  /** Turns the chat of the first meeting on or off. */
  toggleChat(): void;
  /** The dock stays, whatever panel opens beside it. `isAsked`: it opens where there is none. */
  keepDock(isAsked: boolean): void;
  /** Serves a panel that has connected. */
  addPanel(panel: Link): void;
}

/** Makes the peer reachable for the panels and the background, until the signal ends it. */
export function servePeer(peer: PeerPort, signal: AbortSignal): void {
  const { runtime } = native;
  const onConnect = (port: Runtime.Port) => {
    if (port.name === PANEL_PORT) peer.addPanel(portLink(port));
  };
  const onMessage = (data: unknown): undefined => {
    const { type }: Partial<RuntimeMessage> = Object(data);
    if (type === 'find-meetings') peer.findMeetings();
    if (type === 'toggle-chat') peer.toggleChat();
    const isAsked = type === 'show-dock';
    if (isAsked || type === 'keep-dock') peer.keepDock(isAsked);
  };
  runtime.onConnect.addListener(onConnect);
  runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => {
    // After an update of the extension the whole API is gone, and its listeners with it.
    runtime?.onConnect?.removeListener(onConnect);
    runtime?.onMessage?.removeListener(onMessage);
  });
  announcePeer();
  // A page that comes back from the back/forward cache has its peer still, and has lost its ports.
  addEventListener(
    'pageshow',
    () => {
      announcePeer();
      peer.findMeetings();
    },
    { signal },
  );
}

/** Wraps a runtime port as a `Link`. */
export function portLink(port: Runtime.Port): Link {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.onMessage.addListener(listener),
    onClose(listener) {
      const end = () => {
        port.disconnect();
        listener();
        removeEventListener('pagehide', end);
      };
      port.onDisconnect.addListener(end);
      // Firefox leaves the port of a page in its back/forward cache open: a panel would show that page's
      // meetings beside another page.
      addEventListener('pagehide', end);
    },
    close: () => port.disconnect(),
  };
}
