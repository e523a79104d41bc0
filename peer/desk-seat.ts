import { callFor } from '../platform/seat';
import type { Link } from '../protocol/link';
import type { createDesk, Desk } from './desk/desk';
import type { Floor } from './floor';
import { quiet } from './step';

export interface DeskSeat extends Desk {
  /** Has the desk brought, if it is not here. */
  call(): void;
}

/** The desk's place in the peer: empty until there is a panel. What is asked meanwhile waits for its script. */
export function createDeskSeat(floor: Floor): DeskSeat {
  let desk: Desk | undefined;
  const waiting: [unknown, Link][] = [];
  return {
    call() {
      if (desk) return;
      callFor('desk', (create) => {
        if (desk) return;
        desk = (create as typeof createDesk)(floor);
        for (const asked of waiting) desk.ask(...asked);
      });
    },
    ask(...asked) {
      if (desk) desk.ask(...asked);
      else waiting.push(asked);
    },
    leave(panel) {
      desk?.leave(panel);
    },
    onCallMessage: (meeting, ...said) => desk?.onCallMessage(meeting, ...said) ?? quiet(meeting),
    isAwaited: (...said) => desk?.isAwaited(...said) === true,
    lose: (meeting, ...how) => desk?.lose(meeting, ...how) ?? meeting,
  };
}
