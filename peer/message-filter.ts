/**
 * Accepts or drops window messages. The cheapest check runs first:
 *
 *   source   a frame of this page, where a plugin can stand, and no other plugin posts from there already
 *   shape    one of the known messages with a known payload
 *   origin   the meeting's, or opaque inside a meeting
 *   rate     no more than a person could cause, unless a call waits for just this answer
 */
import { parsePluginMessage } from '../protocol/from-plugin';
import type { Meeting } from '../protocol/meeting';
import type { PluginMessage } from '../protocol/messages';
import type { Parsed } from '../protocol/parse';
import type { Drop } from '../protocol/trace';
import type { Endpoint } from './endpoint';
import { pathFromTop } from './frames';
import type { Entry, Meetings } from './meetings';
import { originOf, type Place, placeOf } from './place';
import { createRateLimit } from './rate';
import type { Trace } from './trace/trace';

export type FilterResult =
  /** `at` is when the message arrived. */
  | { accepted: true; entry: Entry; message: PluginMessage; endpoint: Endpoint; at: number }
  | { accepted: false; reason: Drop };

/**
 * Creates the filter of a page's window messages. It adds meetings, and counts the messages of each source.
 * `isAwaited` tells whether a call waits for exactly this answer.
 */
export function createMessageFilter(
  top: Window,
  meetings: Meetings,
  note: Trace['note'],
  isAwaited: (meeting: Meeting, message: PluginMessage) => boolean,
): (event: MessageEvent<unknown>) => FilterResult {
  const rate = createRateLimit();
  // Where a frame inside a frame is, it stays for as long as there is a way to it; an iframe of the page may be led elsewhere.
  const places = new WeakMap<Window, Place>();
  return ({ isTrusted, source, data, origin }) => {
    // A page may dispatch an event of its own making, with any source and origin that it likes.
    const path = isTrusted ? pathFromTop(source, top) : undefined;
    let parsed: Parsed<PluginMessage> | undefined;
    const record = (verdict: Drop | 'accepted', meeting?: string) =>
      note({ verdict, path, origin, data, meeting }, briefOf(data, parsed));
    const drop = (reason: Drop): FilterResult => {
      record(reason);
      return { accepted: false, reason };
    };
    if (!path) return drop('source');
    parsed = parsePluginMessage(data);
    if (!parsed.ok) return drop(parsed.reason === 'foreign' ? 'foreign' : 'shape');
    const endpoint: Endpoint = { source: path.at(-1) ?? top, origin, dialect: parsed.dialect };
    const place = (path.length > 1 && places.get(endpoint.source)) || placeOf(path, top);
    if (!place) return drop('source');

    const known = meetings.at(place);
    const taken = known?.endpoint?.source;
    // Web App 3 hosts other plugins beside ours, frames at the same place; the first that spoke keeps the word for as long
    // as its frame is there.
    if (taken && taken !== endpoint.source && pathFromTop(taken, top)) return drop('source');
    if (!isOriginOf(origin, known?.meeting.origin ?? originOf(place, top), path.length, !place.iframe)) {
      return drop('origin');
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

/** No name in the contract is as long. */
const MAX_ACTION = 99;

/** What was read from a message of the protocol, which is bounded whatever the page has said. */
function briefOf(data: unknown, parsed: Parsed<PluginMessage> | undefined): object | false {
  if (!parsed || (!parsed.ok && parsed.reason === 'foreign')) return false;
  const action = String(Reflect.get(Object(data), 'action'));
  return action.length < MAX_ACTION && { ...(parsed.ok && parsed.message), name: undefined, action };
}

/**
 * A sandboxed plugin's origin is opaque; Web App 3 itself, where it relays, has its own. Where the page does
 * not show which that is, the first to speak settles it (`expected` is undefined until then).
 */
function isOriginOf(origin: string, expected: string | undefined, depth: number, isPage: boolean): boolean {
  if (origin === 'null') return depth > 1 || isPage;
  return expected === undefined || origin === expected;
}
