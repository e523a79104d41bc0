/**
 * The log that the peer sends to a panel that shows it: every message that it received or sent, and every
 * request of a panel that changed a meeting. Its payloads are of the page's making, and travel as JSON text.
 */
import { LIMITS } from './limits';
import { count, fields, finite, flag, list, Mismatch, type Of, oneOf, optional, shownText } from './shape';

/**
 * Why a message was dropped. `foreign`: it is not of this protocol. `name`: the protocol has no message of
 * this name.
 */
export const DROPS = ['source', 'foreign', 'name', 'shape', 'origin', 'rate'] as const;
export type Drop = (typeof DROPS)[number];

/** `sent` is what the peer has said itself, `asked` what a person has asked for in a panel. */
export const VERDICTS = ['accepted', ...DROPS, 'sent', 'asked'] as const;
export type TraceVerdict = (typeof VERDICTS)[number];

export const tracedFields = {
  /** Milliseconds since the epoch, whole: the moment that the state has, too. */
  at: finite,
  /** Milliseconds on the page's own clock, which never jumps: for the time between two messages. */
  clock: finite,
  verdict: oneOf(VERDICTS),
  /** Noted by the plugin simulator: a message that is `sent` there arrives at the page. */
  end: optional(oneOf(['plugin'])),
  /** The meeting that it was about, where that is known. */
  meeting: optional(shownText(LIMITS.id)),
  /**
   * The way from the top window down to the frame, as `iframe#webapp3 › 0`, where a number is the place among
   * its parent's frames; '' is the top window itself. Absent: it wasn’t a frame of this page.
   */
  frame: optional(shownText(LIMITS.url)),
  /** Of who spoke, or of who was spoken to; '*' is anybody. */
  origin: shownText(LIMITS.url),
  /** JSON; long texts in it are cut. */
  data: shownText(LIMITS.traced),
};

const traced = fields(tracedFields);

export type Traced = Of<typeof traced>;

const trace = fields({
  /** Which page load it is of, as in `PeerState`. */
  page: finite,
  /** How many came before the first of these. */
  from: count,
  entries: list(traced, LIMITS.trace),
  /** Everything that is kept, in answer to `inspect`; else what has come since. */
  isWhole: optional(flag),
});

export type PeerTrace = { type: 'trace' } & Of<typeof trace>;

/**
 * Reads what a peer has traced; `undefined` if that is of a version with which this one cannot do anything.
 */
export function parsePeerTrace(data: unknown): PeerTrace | undefined {
  const read = trace(data);
  return read instanceof Mismatch ? undefined : { type: 'trace', ...read };
}
