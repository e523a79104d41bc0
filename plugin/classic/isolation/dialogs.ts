import type { Owner } from '../streams/owner';
import { limitRates } from './rate';

/** More than any chain of questions needs. */
const MOST_OPEN = 10;
/** More would come back faster than anybody can close them. */
const MOST_OPENED = 20;
const WITHIN_MS = 60_000;

/** Counts the dialogs of each plugin. */
export interface DialogLimit {
  /** Whether a plugin may open one more; if so, it counts as open. */
  mayOpen(owner: Owner | undefined): boolean;
  closed(owner: Owner | undefined): void;
  /** The user has pressed an item of the plugin: dialogs opened before count no more. */
  pressed(owner: Owner): void;
}

/** Keeps dialogs to as many as leave users their meeting: a plugin may open them in a loop. */
export function limitDialogs(now?: () => number): DialogLimit {
  const open = new Map<Owner | undefined, number>();
  const rates = limitRates<Owner | undefined>(MOST_OPENED, WITHIN_MS, now);
  return {
    mayOpen(owner) {
      const count = open.get(owner) ?? 0;
      if (count >= MOST_OPEN || !rates.allows(owner)) return false;
      open.set(owner, count + 1);
      return true;
    },
    closed: (owner) => void open.set(owner, (open.get(owner) ?? 1) - 1),
    pressed: rates.forget,
  };
}
