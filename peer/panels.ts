import type { Link } from '../protocol/link';
import { type PanelRequest, type PeerState, parsePanelRequest } from '../protocol/panel';

export interface Panels {
  /** Takes on a panel, tells it the state at once, and passes on what it asks for. */
  add(panel: Link): void;
  /** The state has changed: every panel is told soon, and once for many changes. */
  changed(): void;
}

/** The panels that are open on this page's meetings. They are closed with the signal. */
export function createPanels(
  state: () => PeerState,
  onRequest: (request: PanelRequest) => void,
  signal: AbortSignal,
): Panels {
  const open = new Set<Link>();
  let told = true;
  signal.addEventListener('abort', () => {
    for (const panel of open) panel.close();
    open.clear();
  });
  return {
    add(panel) {
      open.add(panel);
      panel.onMessage((data) => {
        const request = parsePanelRequest(data);
        if (request) onRequest(request);
      });
      panel.onClose(() => open.delete(panel));
      panel.post(state());
    },
    changed() {
      if (!told || open.size === 0) return;
      told = false;
      // A flood of messages is thousands of changes and one thing to tell.
      setTimeout(() => {
        told = true;
        for (const panel of open) panel.post(state());
      });
    },
  };
}
