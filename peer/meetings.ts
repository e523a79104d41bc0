import { createMessageFilter, type Endpoint, framePath, type Scope } from '../host/message-filter';
import { isOpen } from '../protocol/calls';
import { type ChatEntry, type Meeting, newMeeting } from '../protocol/meeting';
import type { PluginMessage } from '../protocol/messages';
import { parsePluginMessage } from '../protocol/parse-plugin-message';
import type { Drop } from '../protocol/trace';
import type { Parsed } from '../protocol/wire';
import { newPeople, type People } from './people';
import { isPresent, isRecognised, keyOf, originOf, type Place, placeOf } from './place';
import type { Note } from './trace/noted';

/** A meeting, where it is, and who speaks for it. */
export type Entry = {
  readonly place: Place;
  meeting: Meeting;
  endpoint?: Endpoint | undefined;
  /** The last entries of its own chat, oldest first, for as long as the page lives. */
  log: readonly ChatEntry[];
  readonly people: People;
  /** The next `ready` answers the peer's own `hello`. */
  isGreeted: boolean;
  /** Button states said to the plugin that it has not reported yet. */
  unreported: number;
};

/**
 * More frames than this, of those that look like a meeting and of the others, do not become meetings: a page
 * can make as many as it likes.
 */
const MAX_MEETINGS = 32;

export interface Meetings {
  /** What is known at a place. */
  at(place: Place): Entry | undefined;
  /**
   * The entry for a place, made if there may be one. A frame that is a meeting only by its own account may
   * be one on a page that shows none: beside one that is recognised, it is an advert that would like to be.
   */
  findOrAdd(place: Place): Entry | undefined;
  /** Those that are there first, and of them those that are recognised; otherwise in the order of finding. */
  list(): Entry[];
  /**
   * Takes note of places that have left the page, or come back; gives those whose plugin's frame is gone
   * since.
   */
  recheck(): Entry[];
}

/** Every meeting that was found on the page. */
export function createMeetings(top: Window): Meetings {
  const entries = new Map<object, Entry>();
  // A frame that is only being moved comes back, and finds its button and badge as they were.
  const departed = new WeakMap<object, Entry>();
  let found = 0;
  return {
    at: (place) => entries.get(keyOf(place, top)),
    findOrAdd(place) {
      const key = keyOf(place, top);
      const known = entries.get(key);
      if (known) return known;
      const recognised = isRecognised(place);
      const all = [...entries.values()].map(({ meeting }) => meeting);
      const outranked = !recognised && all.some((meeting) => meeting.recognised && meeting.present);
      const rivals = all.filter((meeting) => meeting.recognised === recognised);
      if (outranked || rivals.length >= MAX_MEETINGS) return undefined;
      const returned = departed.get(key);
      if (returned) {
        entries.set(key, returned);
        return returned;
      }
      found += 1;
      const entry: Entry = {
        place,
        meeting: newMeeting(`meeting-${found}`, originOf(place, top), recognised),
        log: [],
        people: newPeople(),
        isGreeted: false,
        unreported: 0,
      };
      entries.set(key, entry);
      return entry;
    },
    list: () => [...entries.values()].sort((a, b) => rank(b.meeting) - rank(a.meeting)),
    recheck() {
      const silenced: Entry[] = [];
      for (const [key, entry] of entries) {
        const present = isPresent(entry.place, top);
        // What was dialled is not forgotten with the frame: it may only be moving.
        if (!present && entry.meeting.calls.length === 0) {
          entries.delete(key);
          departed.set(key, entry);
        }
        if (entry.endpoint && !framePath(entry.endpoint.source, top)) {
          entry.endpoint = undefined;
          entry.meeting = { ...entry.meeting, plugin: { name: 'waiting' } };
          silenced.push(entry);
        }
        if (entry.meeting.present !== present) entry.meeting = { ...entry.meeting, present };
      }
      return silenced;
    },
  };
}

const rank = ({ present, recognised }: Meeting): number => (present ? 2 : 0) + (recognised ? 1 : 0);

export type Received =
  /** `at` is when the message arrived. */
  | { accepted: true; entry: Entry; message: PluginMessage; endpoint: Endpoint; at: number }
  | { accepted: false; reason: Drop };

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
      const known = meetings.at(place);
      return {
        place,
        current: known?.endpoint,
        origin: known?.meeting.origin ?? originOf(place, top),
        isInside: path.length > 1 || !place.iframe,
        isAwaited: (message) => known !== undefined && isAwaited(known.meeting, message),
      };
    },
  );
  return (event) => {
    const { data, origin } = event;
    const judgment = accept(event);
    const { path, parsed, accepted } = judgment;
    const entry = accepted ? meetings.findOrAdd(judgment.scope.place) : undefined;
    const reason = accepted ? 'source' : judgment.reason;
    const verdict = entry ? 'accepted' : reason;
    const at = note({ verdict, path, origin, data, meeting: entry?.meeting.id }, briefOf(data, parsed));
    if (!accepted || !entry) return { accepted: false, reason };
    const { endpoint, message, scope } = judgment;
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
  const action = String(Reflect.get(Object(data), 'action'));
  return action.length < MAX_ACTION && { ...(parsed.ok && parsed.message), name: undefined, action };
}
