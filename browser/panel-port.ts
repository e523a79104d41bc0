import type { Runtime } from 'webextension-polyfill';
import type { Link } from '../protocol/link';
import { browser } from './browser';
import { portLink } from './port-link';
import { PANEL_PORT } from './runtime-messages';

/** Takes on the panels that connect to this tab, until the signal ends it. */
export function servePanels(addPanel: (panel: Link) => void, signal: AbortSignal): void {
  const { runtime } = browser;
  const onConnect = (port: Runtime.Port) => {
    if (port.name === PANEL_PORT) addPanel(portLink(port));
  };
  runtime.onConnect.addListener(onConnect);
  // After an update of the extension the whole API is gone, and its listeners with it.
  signal.addEventListener('abort', () => runtime?.onConnect?.removeListener(onConnect));
}
