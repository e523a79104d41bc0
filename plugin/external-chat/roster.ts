import type { Participant } from '../../protocol/people';
import { field, textField } from '../field';
import type { Channel } from './channel';
import { listParticipants } from './node-calls';
import { type Reading, read } from './person';

/** Where a participant is: listed while the call to it rings, here, or gone again. */
export type Presence = Partial<Omit<Reading, 'state'>> & {
  state: Reading['state'] | 'left';
  /** The conference itself, or one of its breakout rooms. */
  room: unknown;
};

interface Roster {
  /** What was last reported of a participant, if anything. */
  of(uuid: string): Presence | undefined;
  /** Everybody who was ever reported. */
  uuids(): Iterable<string>;
  /** Asks for the node's own list and compares; `false` if it does not answer, or lists nobody. */
  sync(): Promise<boolean>;
}

/** The numbers of `ParticipantActivities`; 0 is a join and 2 an update, which mean the same here. */
const LEAVE = 1;
/** As the client SDK names the conference itself, beside its breakout rooms. */
const MAIN_ROOM = 'main';
/**
 * From so many changes on, some may be missing. Web App 3 collects changes in a buffer, for 50 of them as far
 * as is known. When it is full, the client SDK drops the oldest change: `createInfinitySignal` of
 * `@pexip/infinity` 20 does not pass `emitImmediatelyWhenFull` on.
 */
const MANY = 10;
/** After a pause of this length the count begins anew. The node is asked no more often. */
const PAUSE_MS = 1_000;

/**
 * Follows who is in the meeting. Start it before anything is dialed: a participant may join before
 * the node's reply to the dial is here.
 *
 * Web App 3 announces a participant while the call still rings, so a participant counts as joined once it is
 * listed and no longer connecting. Until SDK 19.0 each change comes as the whole list; from 19.1 as an
 * activity, and the list comes only after an outage, which has hidden who left meanwhile.
 */
export function followRoster(
  channel: Channel,
  onChange: (uuid: string, presence: Presence) => void,
  onPerson?: (uuid: string, person: Participant | undefined) => void,
): Roster {
  const known = new Map<string, Presence>();
  const record = (uuid: string, presence: Presence) => {
    const before = known.get(uuid);
    known.set(uuid, presence);
    onPerson?.(uuid, presence.person);
    if (before?.state !== presence.state) onChange(uuid, presence);
  };

  let recent = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** Asks the node after many changes, because no event repeats a dropped one. */
  const count = () => {
    recent += 1;
    if (recent > MANY) return;
    clearTimeout(pause);
    pause = setTimeout(() => {
      if (recent >= MANY) void sync();
      recent = 0;
    }, PAUSE_MS);
  };

  const see = (participant: unknown, room: unknown) => {
    const uuid = textField(participant, 'uuid');
    if (uuid !== undefined) record(uuid, { ...read(participant, uuid), room });
  };
  const onActivity = (participant: unknown, room: unknown, isLeave: boolean) => {
    const uuid = textField(participant, 'uuid');
    if (uuid === undefined) return;
    count();
    const before = known.get(uuid);
    if (isLeave) return record(uuid, { room, state: 'left' });
    // Joins, updates and leaves are batched each by themselves: an update may come after the leave.
    if (before?.state !== 'left' || before.room !== room) see(participant, room);
  };

  channel.onEvent('event:participantJoined', ({ id, participant }) => onActivity(participant, id, false));
  channel.onEvent('event:participantLeft', ({ id, participant }) => onActivity(participant, id, true));
  channel.onEvent('event:participantsActivities', (activities: readonly unknown[]) => {
    for (const each of activities) {
      // The field was called `activity` before API 22.
      const nested = field(each, 'activity');
      const activity = typeof nested === 'object' ? nested : each;
      const type = field(activity, 'type') ?? field(activity, 'activity');
      onActivity(field(activity, 'participant'), field(each, 'roomId'), type === LEAVE);
    }
  });
  /**
   * Participants who are missing from the list of a room have left it. Those for whom `isNewer` returns true
   * are newer than the list.
   */
  const compare = (
    listed: { has(uuid: string): boolean },
    room: unknown,
    isNewer = (_uuid: string): boolean => false,
  ) => {
    for (const [uuid, presence] of known) {
      const isMissing = presence.room === room && presence.state !== 'left' && !listed.has(uuid);
      if (isMissing && !isNewer(uuid)) record(uuid, { room, state: 'left' });
    }
  };
  channel.onEvent('event:participants', ({ id, participants }) => {
    // A participant who can read a list is on it. An empty list means that the user has left the meeting.
    if (participants.length > 0) compare(new Set<string>(participants.map(({ uuid }) => uuid)), id);
    for (const participant of participants) see(participant, id);
  });

  async function sync(): Promise<boolean> {
    const before = new Map(known);
    const listed = await listParticipants(channel);
    if (!listed) return false;
    const isNewer = (uuid: string) => known.get(uuid) !== before.get(uuid);
    compare(listed, MAIN_ROOM, isNewer);
    for (const [uuid, each] of listed) {
      if (!isNewer(uuid)) record(uuid, { ...each, room: MAIN_ROOM });
    }
    return listed.size > 0;
  }

  return { of: (uuid) => known.get(uuid), uuids: () => known.keys(), sync };
}
