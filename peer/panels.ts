import type { Link } from '../protocol/link';
import { type PanelRequest, type PeerState, parsePanelRequest } from '../protocol/panel';

/** What is left for the peer: which chats are on screen is summed up here. */
export type PeerRequest = Exclude<PanelRequest, { type: 'look' }>;

export interface Panels {
  /** Takes on a panel, tells it the state at once, and passes on what it asks for. */
  add(panel: Link): void;
  /** The state has changed: every panel is told soon, and once for many changes. */
  changed(): void;
  readonly count: number;
}

/** How long a picture stays on a usual screen. */
const FRAME_MS = 16;

/** The panels that are open on this page's meetings. They are closed with the signal. */
export function createPanels(
  state: () => PeerState,
  onRequest: (request: PeerRequest, panel: Link) => void,
  /** Other chats are on screen than before: those of the meetings with these ids. */
  onLooks: (meetings: readonly string[]) => void,
  signal: AbortSignal,
): Panels {
  /** Each with the meeting whose chat it shows. */
  const open = new Map<Link, string>();
  let told = true;
  let toldAt = 0;
  signal.addEventListener('abort', () => {
    for (const panel of open.keys()) panel.close();
    open.clear();
  });
  return {
    get count() {
      return open.size;
    },
    add(panel) {
      open.set(panel, '');
      panel.onMessage((data) => {
        const request = parsePanelRequest(data);
        if (request?.type === 'look') {
          open.set(panel, request.meeting);
          onLooks([...open.values()]);
        } else if (request) onRequest(request, panel);
      });
      panel.onClose(() => {
        open.delete(panel);
        onLooks([...open.values()]);
      });
      panel.post(state());
      onLooks([...open.values()]);
    },
    changed() {
      if (!told || open.size === 0) return;
      told = false;
      // Not now: the plugin that caused it is answered first. And once a frame at most: a post to another
      // process takes as long as an answer does, and of thousands of changes a panel can show the last.
      setTimeout(
        () => {
          told = true;
          toldAt = performance.now();
          for (const panel of open.keys()) panel.post(state());
        },
        toldAt + FRAME_MS - performance.now(),
      );
    },
  };
}
