import { signal } from '@preact/signals';
import type { PeerConnection } from '../protocol/panel';
import { mountDock } from './dock/mount-dock';
import type { PanelStorage } from './storage/area';

/** Shows the dock on the panel's page without an extension, in one of the states that only a dock has. */
export function previewDock(connection: PeerConnection, storage: PanelStorage, state: string): void {
  // Nothing gets through to a dock that is not plainly in sight. What is filtered is not, though it looks the same.
  if (state === 'dock-refused') document.documentElement.style.filter = 'opacity(1)';
  const peer = {
    ...connection,
    site: 'https://portal.example.com',
    isShown: signal(true),
    isInert: signal(state === 'dock-inert'),
    isClear: signal(true),
    isOrphan: signal(state === 'dock-updated'),
    ask: () => {},
  };
  mountDock(document.body, peer, { storage, openOptions: () => {}, openHelp: () => {} });
}
