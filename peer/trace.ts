import { callFor } from '../platform/seat';
import type { Link } from '../protocol/link';
import type { TraceVerdict } from '../protocol/trace';
import type { MeetingRequest } from './desk/requests';
import type { createTracer, Tracer } from './tracer';

/** A message that was heard or sent; `data` is as it crossed, or what is kept of it. */
export type Noted = {
  verdict: TraceVerdict;
  /** The way down to the frame; `undefined`: it was none of this page. */
  path: readonly Window[] | undefined;
  origin: string;
  data: unknown;
  meeting?: string | undefined;
  /** Where it was noted by a stand-in for the plugin. */
  end?: 'plugin';
  at: number;
  clock: number;
};

export interface Trace {
  /**
   * Takes note of a message; tells the time at which that was. While nobody inspects, `brief` is kept in the
   * place of `data`, or nothing without one: a page may say a megabyte, and what is not of the protocol costs nothing.
   */
  note(said: Omit<Noted, 'at' | 'clock'>, brief: unknown): number;
  /** The same of what a person has asked for. */
  noteAsked(request: MeetingRequest): number;
  /** A panel wants to be told of everything, or of nothing any more. */
  inspect(panel: Link, on: boolean): void;
}

/** So many are kept while nobody inspects: the plugin's `ready` is among them. */
const MOST = 200;

/** Makes the memory of what was said. The script that can tell of it comes when a panel asks for the first time. */
export function createTrace(top: Window, page: number): Trace {
  const kept: Noted[] = [];
  const waiting = new Map<Link, boolean>();
  let tracer: Tracer | undefined;
  const note: Trace['note'] = (said, brief) => {
    const noted = { ...said, at: Date.now(), clock: performance.now() };
    if (tracer) tracer.note(noted);
    else if (brief && kept.push({ ...noted, data: brief }) > MOST) {
      // What was dropped goes first: a flood of it must not take away what the plugin has said.
      const least = kept.findIndex((each) => !each.meeting);
      kept.splice(Math.max(0, least), 1);
    }
    return noted.at;
  };
  return {
    note,
    noteAsked: (request) =>
      note({ verdict: 'asked', path: [], origin: '', data: request, meeting: request.meeting }, request),
    inspect(panel, on) {
      if (tracer) return tracer.inspect(panel, on);
      waiting.set(panel, on);
      callFor('tracer', (create) => {
        tracer ??= (create as typeof createTracer)(top, page, kept);
        for (const [each, wants] of waiting) tracer.inspect(each, wants);
      });
    },
  };
}
