import { createMessageFilter, type Endpoint, framePath, type Scope } from '../host/message-filter';
import { isOpen } from '../protocol/calls';
import { type Call, type Meeting, newMeeting } from '../protocol/meeting';
import type { PluginMessage } from '../protocol/messages';
import { parsePluginMessage } from '../protocol/parse-plugin-message';
import type { Drop } from '../protocol/trace';
import type { Parsed } from '../protocol/wire';
import { endLoad, type MeetingEntry } from './entry';
import { addressOf } from './frames';
import type { Note } from './noted';
import { newPeople } from './people';
import {
  hostOf,
  isNamedByPage,
  isPresent,
  isRecognised,
  keyOf,
  originOf,
  outermostOf,
  type Place,
  pageOrder,
  placeOf,
} from './place';

/**
 * How many meetings there may be in one frame of the page, where an ad can make as many frames as it
 * likes, and how many in all. As many again may be there if the page itself shows them.
 */
const MAX_IN_FRAME = 32;
const MAX_IN_ALL = 1024;

export interface Meetings {
  /** What is known at a place. */
  at(place: Place): MeetingEntry | undefined;
  /** The entry for a place, made if there is room for one more. */
  findOrAdd(place: Place): MeetingEntry | undefined;
  /**
   * Puts a new meeting, which has some of its calls, in the place of one that is not there any more. The
   * others stay listed.
   */
  replace(entry: MeetingEntry, calls: readonly Call[]): MeetingEntry;
  /**
   * Those that are there first, then those that the page names or shows, else in the order of the page. A
   * person counts namesakes as they stand there.
   */
  list(): MeetingEntry[];
  /** Takes note of places that have left the page, or come back, and of plugins whose frames are gone. */
  recheck(): void;
}

/** Every meeting that was found on the page, `page` being the number of its load. */
export function createMeetings(top: Window, page: number): Meetings {
  const entries = new Map<object, MeetingEntry>();
  // A frame that is only being moved comes back, and finds its button and badge as they were.
  const departed = new WeakMap<object, MeetingEntry>();
  const replaced: MeetingEntry[] = [];
  let found = 0;

  function add(place: Place): MeetingEntry {
    found += 1;
    const origin = originOf(place, top);
    // A frame further down has no element in this document.
    const element = place.window ? undefined : place.element;
    const meeting = newMeeting(`meeting-${found}`, {
      page,
      origin,
      address: element && addressOf(element).replace(/[?#].*/, ''),
      host: hostOf(place, top, origin),
      named: element !== undefined && isNamedByPage(element),
      recognised: isRecognised(place, top),
    });
    const entry: MeetingEntry = {
      place,
      meeting,
      log: [],
      shown: 0,
      people: newPeople(),
      isGreeted: false,
      pressedAt: 0,
      unreported: 0,
      statedAt: 0,
      isListening: false,
    };
    entries.set(keyOf(place, top), entry);
    return entry;
  }

  function hasRoom(place: Place): boolean {
    const outermost = outermostOf(place, top);
    const beside = [...entries.values()].filter((entry) => outermostOf(entry.place, top) === outermost);
    const max = isRecognised(place, top) ? 2 * MAX_IN_ALL : MAX_IN_ALL;
    return beside.length < MAX_IN_FRAME && entries.size < max;
  }

  return {
    at: (place) => entries.get(keyOf(place, top)),
    findOrAdd(place) {
      const key = keyOf(place, top);
      const known = entries.get(key);
      if (known) return known;
      if (!hasRoom(place)) return undefined;
      const returned = departed.get(key);
      if (!returned) return add(place);
      returned.meeting = { ...returned.meeting, present: true };
      entries.set(key, returned);
      return returned;
    },
    replace(entry, calls) {
      const { meeting } = entry;
      const rest = meeting.calls.filter((call) => !calls.includes(call));
      entry.meeting = { ...meeting, calls: rest, present: false };
      endLoad(entry, 'left');
      if (rest.length > 0) replaced.push(entry);
      const next = add(entry.place);
      next.meeting = { ...next.meeting, calls, chat: meeting.chat, load: meeting.load };
      return next;
    },
    list: () =>
      [...entries.values(), ...replaced].sort(
        (a, b) => rank(b.meeting) - rank(a.meeting) || pageOrder(a.place, b.place),
      ),
    recheck() {
      for (const [key, entry] of entries) {
        const present = isPresent(entry.place, top);
        if (entry.endpoint && !(present && framePath(entry.endpoint.source, top))) endLoad(entry, 'reloaded');
        // What was dialed is not forgotten with the frame: it may only be moving.
        if (!present && entry.meeting.calls.length === 0) {
          entries.delete(key);
          departed.set(key, entry);
        }
        if (entry.meeting.present !== present) entry.meeting = { ...entry.meeting, present };
      }
    },
  };
}

const rank = ({ present, named, recognised }: Meeting): number =>
  (present ? 4 : 0) + (named ? 2 : 0) + (recognised ? 1 : 0);

type Received =
  /** `at` is when the message arrived. */
  | { accepted: true; entry: MeetingEntry; message: PluginMessage; endpoint: Endpoint; at: number }
  /** `gone`: the meeting whose plugin's window has been led to another origin. */
  | { accepted: false; reason: Drop; gone?: MeetingEntry | undefined };

/**
 * Creates what receives a page's window messages: it asks the message filter, adds meetings, and records each
 * message.
 */
export function createReceiver(
  top: Window,
  meetings: Meetings,
  note: Note,
): (event: MessageEvent<unknown>) => Received {
  // Only for frames inside a frame. These keep their place for as long as there is a way to it; an iframe of
  // the page may be led elsewhere.
  const places = new WeakMap<Window, Place>();
  const accept = createMessageFilter(
    () => top,
    parsePluginMessage,
    (path, { source }): (Scope & { place: Place }) | undefined => {
      const place = (path.length > 1 && places.get(source)) || placeOf(path, top);
      if (!place) return undefined;
      const { endpoint: current, meeting } = meetings.at(place) ?? {};
      return {
        place,
        current,
        // Of a frame that was loaded anew, only the page can say where it is.
        origin: (current && meeting?.origin) ?? originOf(place, top),
        isInside: path.length > 1 || !(place.element ?? place.window),
        isAwaited: (message) => meeting !== undefined && isAwaited(meeting, message),
      };
    },
  );
  return (event) => {
    const { data, origin } = event;
    const filtered = accept(event);
    const { path, parsed, accepted } = filtered;
    const entry = accepted ? meetings.findOrAdd(filtered.scope.place) : undefined;
    const reason = accepted ? 'source' : filtered.reason;
    const verdict = entry ? 'accepted' : reason;
    const at = note({ verdict, path, origin, data, meeting: entry?.meeting.id }, briefOf(data, parsed));
    if (!accepted || !entry) {
      const isLed = ({ endpoint }: MeetingEntry) =>
        endpoint?.source === event.source && endpoint?.origin !== origin;
      return { accepted: false, reason, ...(reason === 'origin' && { gone: meetings.list().find(isLed) }) };
    }
    const { endpoint, message, scope } = filtered;
    places.set(endpoint.source, scope.place);
    return { accepted: true, entry, message, endpoint, at };
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
  const action = String(Object(data).action);
  return action.length < MAX_ACTION && { ...(parsed.ok && parsed.message), name: undefined, action };
}
