/**
 * Accepts or drops window messages. The cheapest check runs first:
 *
 *   source   a frame of this page, where a plugin can stand, and no other plugin posts from there already
 *   shape    one of the known messages with a known payload
 *   origin   the meeting's, or opaque inside a meeting
 *   rate     no more than a person could cause, unless a call waits for just this answer
 */
import { isOpen } from '../protocol/calls';
import type { Meeting } from '../protocol/meeting';
import type { PluginMessage } from '../protocol/messages';
import { parsePluginMessage } from '../protocol/parse-plugin-message';
import type { Drop } from '../protocol/trace';
import type { Parsed } from '../protocol/wire';
import type { Endpoint, Entry } from './entry';
import type { Meetings } from './meetings';
import type { Trace } from './messenger';
import { originOf, type Place, pathFromTop, placeOf } from './place';

export type FilterResult =
  /** `at` is when the message arrived. */
  | { accepted: true; entry: Entry; message: PluginMessage; endpoint: Endpoint; at: number }
  /** `gone`: the meeting whose plugin's window has been led to another origin. */
  | { accepted: false; reason: Drop; gone?: Entry | undefined };

/**
 * Creates the filter of a page's window messages. It adds meetings, and counts the messages of each source.
 */
export function createMessageFilter(
  top: Window,
  meetings: Meetings,
  note: Trace['note'],
): (event: MessageEvent<unknown>) => FilterResult {
  const rate = createRateLimit();
  // Where a frame inside a frame is, it stays for as long as there is a way to it; an iframe of the page may
  // be led elsewhere. Only for frames inside a frame: these keep their place, while an iframe of the page may
  // be navigated elsewhere.
  const places = new WeakMap<Window, Place>();
  return ({ isTrusted, source, data, origin }) => {
    // A page may dispatch an event of its own making, with any source and origin that it likes.
    const path = isTrusted ? pathFromTop(source, top) : undefined;
    let parsed: Parsed<PluginMessage> | undefined;
    const record = (verdict: Drop | 'accepted', meeting?: string) =>
      note({ verdict, path, origin, data, meeting }, briefOf(data, parsed));
    const drop = (reason: Drop, gone?: Entry): FilterResult => {
      record(reason);
      return { accepted: false, reason, ...(gone && { gone }) };
    };
    if (!path) return drop('source');
    parsed = parsePluginMessage(data);
    if (!parsed.ok) return drop(parsed.reason === 'foreign' ? 'foreign' : 'shape');
    const endpoint: Endpoint = { source: path.at(-1) ?? top, origin, dialect: parsed.dialect };
    const place = (path.length > 1 && places.get(endpoint.source)) || placeOf(path, top);
    if (!place) return drop('source');

    const known = meetings.at(place);
    const speaker = known?.endpoint;
    const taken = speaker?.source;
    // Web App 3 hosts other plugins beside ours, frames at the same place. The first that sent a message
    // stays the endpoint for as long as its frame is there.
    if (taken && taken !== endpoint.source && pathFromTop(taken, top)) return drop('source');
    const isPage = !place.element && !place.window;
    // Of a frame that was loaded anew, only the page can say where it is.
    const expected = (speaker && known?.meeting.origin) ?? originOf(place, top);
    if (!isOriginOf(origin, expected, path.length, isPage)) {
      return drop('origin', speaker?.source === source && speaker?.origin !== origin ? known : undefined);
    }
    const awaited = known !== undefined && isAwaited(known.meeting, parsed.message);
    if (!awaited && !rate.allows(endpoint.source, performance.now())) return drop('rate');
    const entry = meetings.findOrAdd(place);
    if (!entry) return drop('source');
    places.set(endpoint.source, place);
    const at = record('accepted', entry.meeting.id);
    return { accepted: true, entry, message: parsed.message, endpoint, at };
  };
}

/** Whether a call waits for this answer, which must get through any flood. */
const isAwaited = ({ calls }: Meeting, message: PluginMessage): boolean =>
  (message.name === 'dial-out-success' || message.name === 'dial-out-error') &&
  calls.some((call) => isOpen(call) && (message.requestId ?? call.id) === call.id);

/** No name in the contract is as long. */
const MAX_ACTION = 99;

/** The payload that was read from a message of the protocol: bounded, whatever the page sent. */
function briefOf(data: unknown, parsed: Parsed<PluginMessage> | undefined): object | false {
  if (!parsed || (!parsed.ok && parsed.reason === 'foreign')) return false;
  const action = String(Reflect.get(Object(data), 'action'));
  return action.length < MAX_ACTION && { ...(parsed.ok && parsed.message), name: undefined, action };
}

/**
 * A sandboxed plugin's origin is opaque; Web App 3 itself, where it relays, has its own. Where the page does
 * not show that origin, the first message settles it (`expected` is undefined until then).
 */
function isOriginOf(origin: string, expected: string | undefined, depth: number, isPage: boolean): boolean {
  if (origin === 'null') return depth > 1 || isPage;
  return expected === undefined || origin === expected;
}

/**
 * How many messages one source may send at once, and per millisecond from then on. No person presses a button
 * as fast.
 */
const BURST = 100;
const PER_MS = 50 / 1000;

/**
 * Counts the recent messages of each source: `allows` spends one message of the source's allowance, or
 * returns false if none is left. Takes the time in milliseconds, from any clock that does not go back.
 */
function createRateLimit(): { allows(source: object, now: number): boolean } {
  const spent = new WeakMap<object, { left: number; at: number }>();
  return {
    allows(source, now) {
      const { left, at } = spent.get(source) ?? { left: BURST, at: now };
      const refilled = Math.min(BURST, left + (now - at) * PER_MS);
      const allowed = refilled >= 1;
      spent.set(source, { left: allowed ? refilled - 1 : refilled, at: now });
      return allowed;
    },
  };
}
