import { LIMITS } from '../../protocol/limits';
import type { Link } from '../../protocol/link';
import type { PeerTrace, Traced } from '../../protocol/trace';
import { frameElement } from '../frames';
import type { Noted, Tracer } from '../noted';
import { cutJson } from './cut-json';

/** Often enough to look alive, and rarely enough that a flood is a few messages to a panel. */
const SEND_EVERY_MS = 100;
const MAX_ID = 64;
const MAX_ORIGIN = 512;

/** Makes the tracer, with what the peer has noted before it came. */
export function createTracer(top: Window, page: number, kept: readonly Noted[]): Tracer {
  const panels = new Set<Link>();
  /** The last that were noted; `from` is how many were before them. */
  let entries: Traced[] = [];
  let from = 0;
  let sent = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const since = (count: number, isWhole: boolean): PeerTrace => {
    const fresh = entries.slice(Math.max(0, count - from));
    return { type: 'trace', page, from: from + entries.length - fresh.length, entries: fresh, isWhole };
  };

  function post(panel: Link, trace: PeerTrace): void {
    try {
      panel.post(trace);
    } catch {
      // Its document is gone, and its end has not been told yet.
      panels.delete(panel);
    }
  }

  function sendTrace(): void {
    timer = undefined;
    trim();
    const trace = since(sent, false);
    sent = from + entries.length;
    for (const panel of panels) post(panel, trace);
  }

  function note(noted: Noted): void {
    // While nobody looks, only what is of the protocol is worth keeping for who looks later.
    if (noted.verdict === 'foreign' && panels.size === 0) return;
    entries.push(traced(noted, top));
    // Not with every message: each time, all of them move.
    if (entries.length >= 2 * LIMITS.trace) trim();
    if (panels.size > 0) timer ??= setTimeout(sendTrace, SEND_EVERY_MS);
  }

  function trim(): void {
    const fresh = entries.slice(-LIMITS.trace);
    from += entries.length - fresh.length;
    entries = fresh;
  }

  for (const noted of kept) note(noted);
  return {
    note,
    inspect(panel, on) {
      if (!on) return void panels.delete(panel);
      if (!panels.has(panel)) panel.onClose(() => panels.delete(panel));
      // What is due first, so that nobody gets it twice.
      if (timer !== undefined) {
        clearTimeout(timer);
        sendTrace();
      }
      panels.add(panel);
      trim();
      sent = from + entries.length;
      post(panel, since(from, true));
    },
  };
}

function traced({ verdict, path, origin, data, meeting, end, at, clock }: Noted, top: Window): Traced {
  return {
    at,
    clock,
    verdict,
    meeting,
    end,
    frame: path && nameOf(path, top),
    origin: origin.slice(0, MAX_ORIGIN),
    data: cutJson(data),
  };
}

/** See `Traced.frame`. Only the frames of the page itself show their elements. */
const nameOf = (path: readonly Window[], top: Window): string =>
  path
    .map((frame, depth) => {
      const id = depth === 0 ? frameElement(top.document, frame)?.id : undefined;
      return id ? `iframe#${id.slice(0, MAX_ID)}` : String(indexIn(path[depth - 1] ?? top, frame));
    })
    .join(' › ');

function indexIn(parent: Window, frame: Window): number {
  for (let index = 0; index < parent.length; index++) if (parent[index] === frame) return index;
  return -1;
}
