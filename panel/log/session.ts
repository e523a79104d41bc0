import { errorText } from '../../protocol/error-text';
import { LIMITS } from '../../protocol/limits';
import { MODES } from '../../protocol/mode';
import type { Result } from '../../protocol/result';
import {
  fields,
  finite,
  flag,
  list,
  Mismatch,
  type Of,
  oneOf,
  type Shape,
  text,
  wrong,
  wrongAs,
} from '../../protocol/shape';
import { tracedFields } from '../../protocol/trace';
import { describeMismatch, formatValue } from '../../strings/describe-fault';
import { FAULT_STRINGS } from '../../strings/faults';
import { type LogLine, messageNameOf, payloadOf } from './entry';
import { createMasker } from './mask';
import { createRoundTrips } from './round-trips';

/** Says what a file is. */
const FORMAT = 'external-chat session';
const SESSION_VERSION = 1;
export const MAX_SESSION_BYTES = 20_000_000;

const anyObject: Shape<object> = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : wrong('object');

const exactly =
  <const T>(expected: T): Shape<T> =>
  (value) =>
    value === expected
      ? expected
      : wrongAs(FAULT_STRINGS.only({ word: String(expected), given: formatValue(value) }));

const entry = fields({ ...tracedFields, page: finite, number: finite });

const session = fields({
  format: exactly(FORMAT),
  version: exactly(SESSION_VERSION),
  /** When it was written, in milliseconds since the epoch. */
  at: finite,
  /** What wrote it. */
  extension: text(LIMITS.displayText),
  browser: text(LIMITS.errorText),
  /** Origin of the page. */
  site: text(LIMITS.url),
  mode: oneOf(MODES),
  /** Whether destinations, names, PINs and tones were taken out. */
  masked: flag,
  dropped: anyObject,
  /** The state of each meeting when it was written, as in `protocol/meeting.ts`. */
  meetings: list(anyObject, LIMITS.id),
  entries: list(entry, LIMITS.trace),
});

export type Session = Of<typeof session>;

/** What is known of the page at the moment, beside its log. */
export type Circumstances = Omit<Session, 'format' | 'version' | 'masked' | 'entries'>;

/** Makes a session of what is in the log; `masked`, without what is nobody else's business. */
export function sessionOf(log: readonly LogLine[], about: Circumstances, masked: boolean): Session {
  const whole: Session = {
    format: FORMAT,
    version: SESSION_VERSION,
    ...about,
    masked,
    entries: log.map(({ id, name: _name, roundTrip: _time, ...traced }) => ({
      ...traced,
      number: Number(id.split('.').at(-1)),
    })),
  };
  if (!masked) return whole;
  const masker = createMasker();
  const clean = () => ({
    ...whole,
    entries: whole.entries.map((each) => ({ ...each, data: masker.json(each.data, each.verdict) })),
    meetings: whole.meetings.map((meeting) => masker.value(meeting) as object),
  });
  // Twice: a reason may name an address that only a later message gives away as one.
  clean();
  return clean();
}

/** A session as the text of a file. */
export const writeSession = (written: Session): string => `${JSON.stringify(written, undefined, 1)}\n`;

/** Reads a session from a file. The error says what is wrong, and is shown beside the button. */
export function readSession(source: string): Result<Session> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch (error) {
    return { ok: false, error: errorText(error) };
  }
  const read = session(parsed);
  return read instanceof Mismatch ? { ok: false, error: describeMismatch(read) } : { ok: true, value: read };
}

/** The lines of the log that a session was made of. */
export function entriesOf({ entries }: Session): LogLine[] {
  const roundTrips = createRoundTrips();
  return entries.map(({ number, ...traced }) => {
    const made = { ...traced, id: `${traced.page}.${number}`, name: messageNameOf(payloadOf(traced)) };
    return { ...made, roundTrip: roundTrips.timeOf(made) };
  });
}
