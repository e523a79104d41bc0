import { type ChatEntry, type Meeting, newMeeting } from '../protocol/meeting';
import type { Dialect } from '../protocol/wire';
import { isPresent, isRecognised, keyOf, originOf, type Place, pathFromTop } from './place';

/** The window that a meeting's plugin last posted from, its origin at that moment, and its dialect. */
export type Endpoint = { source: Window; origin: string; dialect: Dialect };

/** A meeting, where it is, and who speaks for it. */
export type Entry = {
  readonly place: Place;
  meeting: Meeting;
  endpoint?: Endpoint | undefined;
  /** The last entries of its own chat, oldest first, for as long as the page lives. */
  log: readonly ChatEntry[];
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
        if (entry.endpoint && !pathFromTop(entry.endpoint.source, top)) {
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
