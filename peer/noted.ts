import type { Link } from '../protocol/link';
import type { TraceVerdict } from '../protocol/trace';

/**
 * A message that was received or sent. `data` is the message as it crossed, or the part of it that is kept.
 */
export type Noted = {
  verdict: TraceVerdict;
  /** The way down to the frame; `undefined`: it was none of this page. */
  path: readonly Window[] | undefined;
  origin: string;
  data: unknown;
  meeting?: string | undefined;
  /** Set where the plugin simulator noted it. */
  end?: 'plugin';
  at: number;
  clock: number;
};

/**
 * Records a message, and returns the time of that. While no panel shows the log, only `brief` is kept in the
 * place of `data`, or nothing without one: a page may send megabytes, and foreign messages must cost nothing.
 */
export type Note = (message: Omit<Noted, 'at' | 'clock'>, brief: unknown) => number;

/** Tells panels of every message; comes in a script of its own, see `trace/tracer.ts`. */
export interface Tracer {
  note(noted: Noted): void;
  /**
   * Starts or stops telling a panel. Each start is answered with everything that is kept: another part of the
   * same panel may follow already.
   */
  inspect(panel: Link, on: boolean): void;
}
