import type { Link } from '../../protocol/link';
import type { PeerState } from '../../protocol/panel';

interface Panels {
  /** Adds a panel, and sends it the state at once. */
  add(panel: Link): void;
  /** The state has changed: every panel gets it soon, and once for many changes. */
  stateChanged(): void;
  readonly count: number;
}

/** How long a picture stays on a usual screen. */
const FRAME_MS = 16;

/**
 * How long an answer to a plugin is on its way through the processes that a post to a panel needs as well.
 */
const ANSWER_MS = 4;

/** The panels that are open on this page's meetings. They are closed with the signal. */
export function createPanels(
  state: () => PeerState,
  { onSent, onGone }: { onSent(panel: Link): void; onGone(panel: Link): void },
  signal: AbortSignal,
): Panels {
  const open = new Set<Link>();
  let isSent = true;
  let sentAt = 0;
  signal.addEventListener('abort', () => {
    for (const panel of open) panel.close();
    open.clear();
  });
  return {
    get count() {
      return open.size;
    },
    add(panel) {
      open.add(panel);
      panel.onClose(() => {
        open.delete(panel);
        onGone(panel);
      });
      panel.post(state());
    },
    stateChanged() {
      if (!isSent || open.size === 0) return;
      isSent = false;
      // Not now: the plugin that caused it has to have its answer first. And once a frame at most: a post to
      // another process takes as long as an answer does, and of thousands of changes a panel can show the
      // last.
      setTimeout(
        () => {
          isSent = true;
          sentAt = performance.now();
          for (const panel of open) {
            panel.post(state());
            onSent(panel);
          }
        },
        Math.max(ANSWER_MS, sentAt + FRAME_MS - performance.now()),
      );
    },
  };
}
