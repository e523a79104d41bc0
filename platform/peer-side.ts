import type { Runtime } from 'webextension-polyfill';
import type { Link } from '../protocol/link';
import { browser } from './browser';
import { isNotice, type Notice, PANEL_PORT } from './names';
import { portLink } from './port-link';

/** What the rest of the extension wants of the peer. */
export interface PeerSide {
  addPanel(panel: Link): void;
  lookAround(): void;
  toggleChat(): void;
}

/** Makes the peer reachable for the panels and the background, until the signal ends it. */
export function servePeer(side: PeerSide, signal: AbortSignal): void {
  const { runtime } = browser;
  const onConnect = (port: Runtime.Port) => {
    if (port.name === PANEL_PORT) side.addPanel(portLink(port));
  };
  const onMessage = (data: unknown): true | undefined => {
    if (isNotice(data, 'look-around')) side.lookAround();
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
  const started: Notice = { type: 'peer-started' };
  // No panel may be open to hear it: then the browser reports that nobody listened, which is no fault. After
  // an update of the extension the call itself throws.
  const announce = () => (async () => runtime.sendMessage(started))().catch(() => {});
  announce();
  // A page that comes back from the back/forward cache has its peer still, and has lost its ports.
  window.addEventListener(
    'pageshow',
    () => {
      announce();
      side.lookAround();
    },
    { signal },
  );
}
