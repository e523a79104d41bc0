import type { TraceVerdict } from '../../protocol/trace';
import type { Tracer } from './tracer';

/** A message that was heard or sent; `data` is as it crossed, or what is kept of it. */
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

export interface Trace {
  /**
   * Takes note of a message; tells the time at which that was. While nobody inspects, `brief` is kept in the
   * place of `data`, or nothing without one: a page may say a megabyte, and what is not of the protocol costs nothing.
   */
  note(message: Omit<Noted, 'at' | 'clock'>, brief: unknown): number;
  /** What was noted before there was a tracer. */
  readonly kept: readonly Noted[];
  /** Whom everything is told from now on. */
  tracer?: Tracer;
}

/** So many are kept while nobody inspects: the plugin's `ready` is among them. */
const MAX_KEPT = 200;

/** Makes the memory of what was said. */
export function createTrace(): Trace {
  const kept: Noted[] = [];
  const trace: Trace = {
    kept,
    note(message, brief) {
      const noted = { ...message, at: Date.now(), clock: performance.now() };
      if (trace.tracer) trace.tracer.note(noted);
      else if (brief && kept.push({ ...noted, data: brief }) > MAX_KEPT) {
        // What was dropped goes first: a flood of it must not take away what the plugin has said.
        const least = kept.findIndex((each) => !each.meeting);
        kept.splice(Math.max(0, least), 1);
      }
      return noted.at;
    },
  };
  return trace;
}
