import { useRef } from 'preact/hooks';
import type { Participant } from '../../protocol/people';
import { heldOrder, keepPlaces, NOBODY, type Order, orderOf } from './order';
import type { useStill } from './use-still';

/** The people in their order as it is shown. Another search has nobody whose place is to be kept. */
export function useOrder(
  people: Iterable<Participant>,
  self: string | undefined,
  sought: string,
  { isStill, hasRoom }: Pick<ReturnType<typeof useStill>, 'isStill' | 'hasRoom'>,
): Order {
  const last = useRef({ order: NOBODY, sought });
  const wanted = orderOf(people, self);
  const { order: before, sought: soughtBefore } = last.current;
  const isKept = hasRoom && before !== NOBODY && sought === soughtBefore;
  const order = !isKept
    ? wanted
    : isStill
      ? heldOrder(before, wanted)
      : {
          waiting: keepPlaces(before.waiting, wanted.waiting),
          present: keepPlaces(before.present, wanted.present),
        };
  last.current = { order, sought };
  return order;
}
