import { globals } from './globals';
import { native } from './native';

/** How long a peer lives, and whether it still has an extension behind it. */
interface PeerLife {
  signal: AbortSignal;
  /**
   * True, and the signal aborted, once the extension was updated or removed: its old content script lives
   * on in Chrome without its API. There is no event for that, so the peer asks before it acts.
   */
  endIfInvalidated(): boolean;
}

/** `peer-running.ts` reads it, too. */
const RUNNING = Symbol.for('external-chat.peer');

/** Begins the life of a peer and ends that of one injected into this page before it. */
export function onlyOnePeer(): PeerLife {
  const before = globals[RUNNING];
  if (before instanceof AbortController) before.abort();
  const life = new AbortController();
  globals[RUNNING] = life;
  return {
    signal: life.signal,
    endIfInvalidated: () => {
      if (native.runtime?.id !== undefined) return false;
      life.abort();
      return true;
    },
  };
}
