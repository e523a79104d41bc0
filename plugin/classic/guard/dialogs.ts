import type { Owner } from '../streams/owner';
import { limitRate } from './rate';

/** More than any chain of questions needs. */
const MOST_OPEN = 10;
/** More than a person opens by pressing buttons. */
const MOST_OPENED = 20;

/** Counts the dialogs of each plugin. */
export interface DialogLimit {
  /** Whether a plugin may open one more; if so, it counts as open. */
  mayOpen(owner: Owner | undefined): boolean;
  closed(owner: Owner | undefined): void;
}

/** Keeps dialogs to as many as leave users their meeting: a plugin may open them in a loop. */
export function limitDialogs(now?: () => number): DialogLimit {
  const counts = new Map<Owner | undefined, { open: number; isInTime: () => boolean }>();
  const countOf = (owner: Owner | undefined) => {
    const count = counts.get(owner) ?? { open: 0, isInTime: limitRate(MOST_OPENED, now) };
    counts.set(owner, count);
    return count;
  };
  return {
    mayOpen(owner) {
      const count = countOf(owner);
      if (count.open >= MOST_OPEN || !count.isInTime()) return false;
      count.open += 1;
      return true;
    },
    closed(owner) {
      countOf(owner).open -= 1;
    },
  };
}
