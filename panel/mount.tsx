import { render } from 'preact';
import type { PeerConnection } from '../protocol/panel';
import { App } from './components/app';
import './panel.css';
import type { PanelStorage } from './storage/area';
import { memoryStorage } from './storage/memory';
import { createStore } from './store';

/**
 * Shows the panel in `root`, an element of an extension page (side panel or dock) or of a plain page. It
 * leaves no trace once `signal` aborts. Without `storage` nothing outlives
 * the page; `now` is for tests.
 */
export function mountPanel(
  root: HTMLElement,
  connection: PeerConnection,
  options: { signal: AbortSignal; storage?: PanelStorage; now?: () => number },
): void {
  const { signal, storage = memoryStorage(), now = Date.now } = options;
  if (signal.aborted) return;
  const store = createStore(connection, storage, now, signal);
  render(<App store={store} />, root);
  signal.addEventListener('abort', () => render(null, root), { once: true });
}
