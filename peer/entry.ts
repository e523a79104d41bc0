import type { Endpoint } from '../host/message-filter';
import type { ChatEntry, Meeting } from '../protocol/meeting';
import { markUnknown } from './call-progress';
import { addressOf } from './frames';
import { forgetPeople, type People } from './people';
import type { Place } from './place';

/** What is known of a load of a frame whose plugin posts. */
export type FrameLoad = {
  alias?: string | undefined;
  /** The plugin's origin and namespace, and the site of the address. */
  site: string;
  /** The address that the page gave the frame; empty once the page has given it one again. */
  address: string;
  /** Entries in the history of the tab. */
  history: number;
};

/** A meeting, its place, and the endpoint of its plugin. */
export type MeetingEntry = {
  readonly place: Place;
  meeting: Meeting;
  endpoint?: Endpoint | undefined;
  /** What the plugin's last message has shown of the frame. */
  seen?: FrameLoad | undefined;
  /** The same of the load before, until it is known whether this one shows the same meeting. */
  before?: FrameLoad | undefined;
  /** The last entries of its own chat, oldest first, for as long as the page lives. */
  log: readonly ChatEntry[];
  /** How many entries of its own chat a panel has acknowledged. */
  shown: number;
  readonly people: People;
  /** The next `ready` answers the peer's own `hello`. */
  isGreeted: boolean;
  /** When the user last pressed Chat in this meeting; 0 if a frame did without the user, and once used. */
  pressedAt: number;
  /** Button states sent to the plugin that it has not reported yet. */
  unreported: number;
  /** When the button was last set in this plugin; 0 before that. */
  statedAt: number;
  /** The plugin loaded before the peer: the page may have set its button already, or be about to. */
  isListening: boolean;
};

/**
 * Ends a load of a meeting's frame, whose plugin is gone. Calls in the queue are not dialed any more, those
 * in the meeting are unknown, and the next load may have another name.
 */
export function endLoad(entry: MeetingEntry, why: 'reloaded' | 'left'): void {
  entry.endpoint = undefined;
  entry.before ??= entry.seen;
  const { before, place } = entry;
  // The page leads the frame itself: so it does if it gives back the address that the frame had.
  if (before && place.element && addressOf(place.element) !== before.address) before.address = '';
  entry.seen = undefined;
  const meeting = forgetPeople(entry.people, markUnknown(entry.meeting, why, Date.now()));
  entry.meeting = { ...meeting, plugin: { name: 'waiting' }, alias: undefined };
}
