import { type Call, type Meeting, newMeeting } from '../protocol/meeting';
import { type Entry, endLoad } from './entry';
import {
  hostOf,
  isNamed,
  isPresent,
  isRecognised,
  keyOf,
  originOf,
  outermostOf,
  type Place,
  pathFromTop,
} from './place';

/**
 * How many meetings there may be: those that the page itself shows, those by their own account in one frame
 * of the page, and all of these. An advert can make as many frames in its own as it likes.
 */
const MAX = { recognised: 32, inFrame: 32, all: 1024 };

export interface Meetings {
  /** What is known at a place. */
  at(place: Place): Entry | undefined;
  /** The entry for a place, made if there is room for one more. */
  findOrAdd(place: Place): Entry | undefined;
  /**
   * Puts a new meeting, which has some of its calls, in the place of one that is not there any more. The
   * others stay listed.
   */
  replace(entry: Entry, calls: readonly Call[]): Entry;
  /** Those that are there first, then those that the page names or shows, else in the order of finding. */
  list(): Entry[];
  /** Takes note of places that have left the page, or come back, and of plugins whose frames are gone. */
  recheck(): void;
}

/** Every meeting that was found on the page, `page` being the number of its load. */
export function createMeetings(top: Window, page: number): Meetings {
  const entries = new Map<object, Entry>();
  // A frame that is only being moved comes back, and finds its button and badge as they were.
  const departed = new WeakMap<object, Entry>();
  const replaced: Entry[] = [];
  let found = 0;

  function add(place: Place): Entry {
    found += 1;
    const origin = originOf(place, top);
    const meeting = newMeeting(`meeting-${found}`, {
      page,
      origin,
      host: hostOf(place, top, origin),
      named: !place.window && place.element !== undefined && isNamed(place.element),
      recognised: isRecognised(place, top),
    });
    const entry: Entry = { place, meeting, log: [], unreported: 0 };
    entries.set(keyOf(place, top), entry);
    return entry;
  }

  function hasRoom(place: Place): boolean {
    const recognised = isRecognised(place, top);
    const rivals = [...entries.values()].filter(({ meeting }) => meeting.recognised === recognised);
    if (recognised) return rivals.length < MAX.recognised;
    const outermost = outermostOf(place, top);
    const beside = rivals.filter((rival) => outermostOf(rival.place, top) === outermost);
    return rivals.length < MAX.all && beside.length < MAX.inFrame;
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
    list: () => [...entries.values(), ...replaced].sort((a, b) => rank(b.meeting) - rank(a.meeting)),
    recheck() {
      for (const [key, entry] of entries) {
        const present = isPresent(entry.place, top);
        if (entry.endpoint && !(present && pathFromTop(entry.endpoint.source, top)))
          endLoad(entry, 'reloaded');
        // What was dialled is not forgotten with the frame: it may only be moving.
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
