import { browser } from './browser';
import { isNotice } from './runtime-messages';
import { announcePeer } from './script-registry';

/** What the rest of the extension wants of the peer. */
export interface PeerSide {
  lookAround(): void;
  toggleChat(): void;
  /** Somebody is there who wants to be served. */
  callDesk(): void;
}

/** Makes the peer reachable for the panels and the background, until the signal ends it. */
export function servePeer(side: PeerSide, signal: AbortSignal): void {
  const { runtime } = browser;
  // What the desk does not serve yet: the panel connects once more when it is announced.
  const onConnect = () => side.callDesk();
  const onMessage = (data: unknown): true | undefined => {
    if (isNotice(data, 'look-around')) {
      side.lookAround();
      side.callDesk();
    }
    if (isNotice(data, 'toggle-chat')) side.toggleChat();
    return undefined;
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
  window.addEventListener(
    'pageshow',
    () => {
      announcePeer();
      side.lookAround();
    },
    { signal },
  );
}
