import type { Mode } from '../protocol/mode';
import type { Drop } from '../protocol/trace';
import type { Meetings } from './meetings';
import type { Messenger, Trace } from './messenger';

/** What the peer shares with its panel server. */
export interface PeerContext {
  readonly top: Window;
  /** Ends the peer. */
  readonly signal: AbortSignal;
  /** Whether the extension is gone that this peer belongs to; then the signal has been aborted. */
  endIfInvalidated(): boolean;
  /** A random number, which tells this load of the page from others. */
  readonly page: number;
  /** How the peer behaves on this site. */
  mode: Mode;
  /** Window messages that did not count. */
  readonly dropped: Readonly<Partial<Record<Drop, number>>>;
  readonly meetings: Meetings;
  readonly trace: Trace;
  readonly messenger: Messenger;
  /** The state has changed: dock, icon and panels follow. */
  stateChanged(): void;
}
