import { signal } from '@preact/signals';
import type { PeerConnection } from '../../protocol/panel';
import { keepLayout, WIDTHS } from '../../settings/dock/layout';
import type { PanelStorage } from '../../settings/storage/area';
import { mountDock } from '../app/mount-dock';
import { showTypedPin } from '../dock/typed-pin';

/** As often as a peer looks. */
const LOOK_MS = 100;

const SITE = 'https://portal.example.com';

/** Shows the dock on the panel's page without an extension, in one of the states that only a dock has. */
export async function previewDock(
  connection: PeerConnection,
  storage: PanelStorage,
  state: string,
): Promise<void> {
  // Nothing gets through to a dock that is not plainly in sight. What is filtered is not, though it looks the
  // same.
  if (state === 'dock-refused') document.documentElement.style.filter = 'opacity(1)';
  if (state === 'dock-left')
    await keepLayout(storage, SITE, { side: 'left', width: WIDTHS.usual, push: false });
  const seen = signal({ clear: true });
  setInterval(() => {
    seen.value = { clear: true };
  }, LOOK_MS);
  const peer = {
    ...connection,
    site: SITE,
    isShown: signal(true),
    isInert: signal(state === 'dock-inert'),
    seen,
    isContextInvalidated: signal(state === 'dock-updated'),
    ask: () => {},
    enter: () => {},
  };
  mountDock(document.body, peer, {
    storage,
    openOptions: () => {},
    openHelp: () => {},
    isSidePanelPossible: async () => true,
  });
  // No script types into a dock that lets through only what people type.
  if (state === 'dock-typed-pin') await showTypedPin(async () => true);
}
