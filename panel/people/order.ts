import type { Participant } from '../../protocol/people';

/** The ids of the people of each list, in the order in which they are shown. */
export type Order = { waiting: readonly string[]; present: readonly string[] };

export const NOBODY: Order = { waiting: [], present: [] };

const LATE = Number.POSITIVE_INFINITY;

/**
 * Sorts people, given in the order in which they were first reported. Who waits: the longest first. The
 * others: raised hands by time, then the user, then the latest.
 */
export function orderOf(people: Iterable<Participant>, self: string | undefined): Order {
  const all = [...people].map((person, index) => ({ person, index }));
  const waiting = all
    .filter(({ person }) => person.isWaiting)
    .sort((one, other) => byTime(one.person.joinedAt, other.person.joinedAt) || one.index - other.index);
  const present = all
    .filter(({ person }) => !person.isWaiting)
    .sort(({ person: one, index }, { person: other, index: otherIndex }) => {
      if (one.raisedHand || other.raisedHand) {
        if (!one.raisedHand || !other.raisedHand) return one.raisedHand ? -1 : 1;
        return byTime(one.raisedAt, other.raisedAt) || index - otherIndex;
      }
      if (one.uuid === self || other.uuid === self) return one.uuid === self ? -1 : 1;
      // Who still rings has not joined yet: nobody is later.
      return byTime(other.joinedAt, one.joinedAt) || otherIndex - index;
    });
  const ids = (list: typeof all) => list.map(({ person }) => person.uuid);
  return { waiting: ids(waiting), present: ids(present) };
}

/** The earlier first; without a time, last. */
const byTime = (one = LATE, other = LATE): number => (one === other ? 0 : one - other);

/**
 * The new order while the pointer moves over the lists. Nobody moves: who was there keeps the place, also
 * after leaving, who comes is added at the very end, and who begins to wait is not shown yet.
 */
export function heldOrder(before: Order, after: Order): Order {
  const known = new Set(before.present);
  return {
    waiting: before.waiting,
    present: [...before.present, ...after.present.filter((uuid) => !known.has(uuid))],
  };
}

/** The new order, in which who has left keeps the place behind who stood before them. */
export function keepPlaces(before: readonly string[], after: readonly string[]): string[] {
  const there = new Set(after);
  const kept = [...after];
  for (const [index, uuid] of before.entries()) {
    if (!there.has(uuid)) kept.splice(index === 0 ? 0 : kept.indexOf(before[index - 1] ?? '') + 1, 0, uuid);
  }
  return kept;
}

/** Whether a list has this person: while the order is held, it keeps the room of who was there. */
export const isIn = (list: keyof Order, person: Participant | undefined): person is Participant =>
  person !== undefined && !!person.isWaiting === (list === 'waiting');
