import type { Link } from '../protocol/link';
import type { Meeting, PeopleCount } from '../protocol/meeting';
import type { PluginMessage } from '../protocol/messages';
import type { PeerPeople } from '../protocol/panel';
import type { Participant } from '../protocol/people';
import { withoutGone } from './calls';
import { withoutDone } from './person-actions';

/** The people of a meeting by id. */
export type People = {
  readonly all: Map<string, Participant>;
  /** The panels that follow them, each with the ids that are still to be sent to it. */
  readonly unsent: Map<Link, Set<string> | 'all'>;
  /** Those of them that show them. */
  readonly showing: Set<Link>;
};

/** The people of a meeting of which nothing is known yet. */
export const newPeople = (): People => ({ all: new Map(), unsent: new Map(), showing: new Set() });

const NOBODY: PeopleCount = { total: 0, waiting: 0, raised: 0 };

/** Has a panel that follows them no longer. */
export function unfollow({ unsent, showing }: People, panel: Link): void {
  unsent.delete(panel);
  showing.delete(panel);
}

/** Applies a message of the plugin to the people, and to what the meeting tells of them. */
export function onPeopleMessage(
  people: People,
  meeting: Meeting,
  message: PluginMessage,
  at: number,
): Meeting {
  switch (message.name) {
    case 'ready':
    case 'disconnected':
      return forgetPeople(people, meeting);
    case 'roster': {
      const present = new Set(message.participants.map(({ uuid }) => uuid));
      const left = [...people.all.keys()].filter((uuid) => !present.has(uuid));
      const changed = withChange(people, meeting, message.participants, left);
      return withoutDone(withoutGone(changed, left, at), people.all);
    }
    case 'roster-change': {
      const { joined = [], updated = [], left = [] } = message;
      return withoutDone(withChange(people, meeting, [...joined, ...updated], left), people.all);
    }
    case 'self':
    case 'conference':
      return withoutDone(meeting, people.all);
    default:
      return meeting;
  }
}

/** Forgets everybody: the meeting was left, or its plugin sends a new list. */
export function forgetPeople({ all, unsent }: People, meeting: Meeting): Meeting {
  all.clear();
  for (const panel of unsent.keys()) unsent.set(panel, 'all');
  return { ...meeting, people: undefined, self: undefined, conference: undefined, actions: [] };
}

function withChange(
  { all, unsent }: People,
  meeting: Meeting,
  set: readonly Participant[],
  gone: readonly string[],
): Meeting {
  const count = { ...(meeting.people ?? NOBODY) };
  const put = (uuid: string, next?: Participant) => {
    const before = all.get(uuid);
    // A plugin of the second namespace sends everybody each time.
    if (JSON.stringify(before) === JSON.stringify(next)) return;
    count.waiting += Number(!!next?.isWaiting) - Number(!!before?.isWaiting);
    count.raised += Number(!!next?.raisedHand) - Number(!!before?.raisedHand);
    if (next) all.set(uuid, next);
    else all.delete(uuid);
    for (const ids of unsent.values()) if (ids !== 'all') ids.add(uuid);
  };
  for (const uuid of gone) put(uuid);
  for (const person of set) put(person.uuid, person);
  count.total = all.size;
  return { ...meeting, people: count };
}

/** Returns what a panel has not been sent yet; `undefined` if it has everything. */
export function unsentPeople({ all, unsent }: People, meeting: string, panel: Link): PeerPeople | undefined {
  const due = unsent.get(panel);
  // *All* has no size.
  if (!due || (due as Set<string>).size === 0) return undefined;
  unsent.set(panel, new Set());
  const isWhole = due === 'all';
  const ids = isWhole ? [...all.keys()] : [...due];
  const set = ids.flatMap((uuid) => all.get(uuid) ?? []);
  return { type: 'people', meeting, isWhole, set, gone: ids.filter((uuid) => !all.has(uuid)) };
}
