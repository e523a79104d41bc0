import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Meeting } from '../../../protocol/meeting';
import type { PeerConnection, PeerPeople } from '../../../protocol/panel';
import { type MeetingRef, meetingRefOf } from '../../../protocol/panel-requests';
import type { Participant } from '../../../protocol/people';

/** Who is in a meeting by id, in the order in which they were first reported. */
export type PeopleById = ReadonlyMap<string, Participant>;

/** The parts of one panel that follow people. The peer sends to the panel as a whole. */
type Followers = {
  listeners: Set<(people: PeerPeople) => void>;
  /** How many follow each load of a meeting, and how many of them show it. */
  counts: Map<string, Count>;
};

type Count = { all: number; shown: number };

const NOBODY: Count = { all: 0, shown: 0 };

type Followed = { target: MeetingRef; isShown: boolean };

const followersOf = new WeakMap<PeerConnection, Followers>();

/**
 * Follows the people of a meeting while they are wanted, until `stop` aborts. `undefined` until the peer has
 * sent them. To the peer, who waits is seen only while they are wanted to be `shown`.
 */
export function followPeople(
  connection: PeerConnection,
  meeting: ReadonlySignal<Meeting | undefined>,
  wanted: ReadonlySignal<boolean | 'shown'>,
  stop: AbortSignal,
): ReadonlySignal<PeopleById | undefined> {
  const people = signal<PeopleById>();
  const { listeners, counts } = followersOf.get(connection) ?? begin(connection);
  const count = (target: MeetingRef, change: Count) => {
    const key = `${target.page} ${target.meeting} ${target.load}`;
    const before = counts.get(key) ?? NOBODY;
    const now = { all: before.all + change.all, shown: before.shown + change.shown };
    if (now.all === 0) counts.delete(key);
    else counts.set(key, now);
    const [on, shown] = [now.all > 0, now.shown > 0];
    // Who begins second needs the whole list, too.
    if (change.all > 0 || !on || shown !== before.shown > 0)
      connection.send({ type: 'follow-people', ...target, on, shown });
  };

  const listener = ({ meeting: id, isWhole, set, gone }: PeerPeople) => {
    if (id !== meeting.peek()?.id) return;
    const next = new Map(isWhole ? [] : people.peek());
    for (const uuid of gone) next.delete(uuid);
    for (const person of set) next.set(person.uuid, person);
    people.value = next;
  };
  listeners.add(listener);

  let known = '';
  let followed: Followed | undefined;
  const change = (next: Followed | undefined) => {
    const before = followed;
    followed = next;
    const shown = Number(next?.isShown ?? false);
    if (isSame(next?.target, before?.target)) {
      if (before && before.isShown !== next?.isShown) count(before.target, { all: 0, shown: shown || -1 });
      return;
    }
    if (before) count(before.target, { all: -1, shown: -Number(before.isShown) });
    if (next) count(next.target, { all: 1, shown });
  };
  const follow = effect(() => {
    const { value } = meeting;
    const key = meetingKeyOf(value);
    if (key !== known) {
      known = key;
      people.value = undefined;
    }
    // The peer sends nothing to a plugin before its first message.
    const isThere = value?.present && value.plugin.name === 'ready';
    const isShown = wanted.value === 'shown';
    change(isThere && wanted.value ? { target: meetingRefOf(value), isShown } : undefined);
  });
  const end = () => {
    follow();
    listeners.delete(listener);
    change(undefined);
  };
  stop.addEventListener('abort', end, { once: true });
  return people;
}

/** A peer answers at once; a dial-out is not held up by one that does not. */
const ANSWER_MS = 1000;

/** Returns who is in a meeting now; `undefined` where its plugin has not reported it. */
export async function peopleNow(
  connection: PeerConnection,
  meeting: Meeting,
): Promise<PeopleById | undefined> {
  if (!meeting.people || !meeting.present || meeting.plugin.name !== 'ready') return undefined;
  const stop = new AbortController();
  const people = followPeople(connection, signal(meeting), signal(true), stop.signal);
  const reported = new Promise<PeopleById | undefined>((resolve) => {
    const timer = setTimeout(() => resolve(undefined), ANSWER_MS);
    const wait = effect(() => {
      if (people.value) resolve(people.value);
    });
    stop.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      wait();
    });
  });
  return reported.finally(() => stop.abort());
}

function begin(connection: PeerConnection): Followers {
  const listeners: Followers['listeners'] = new Set();
  const followers: Followers = { listeners, counts: new Map() };
  followersOf.set(connection, followers);
  connection.onPeople((people) => {
    for (const listener of listeners) listener(people);
  });
  return followers;
}

/** Names a meeting. Another page's meetings have the same ids. */
export const meetingKeyOf = (meeting: Meeting | undefined): string =>
  meeting ? `${meeting.page} ${meeting.id}` : '';

const isSame = (one: MeetingRef | undefined, other: MeetingRef | undefined): boolean =>
  one?.page === other?.page && one?.meeting === other?.meeting && one?.load === other?.load;
