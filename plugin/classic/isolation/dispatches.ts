import type { Action } from '../meeting/actions';

/** As deep as any answer to an answer goes, and far from where the stack ends: it would end in a sibling. */
const DEEPEST = 50;
/** More answers to one action than plugins have. */
const MOST = 1_000;

/**
 * Keeps plugins from answering each other's actions without end: each listener is called synchronously,
 * within the code of the plugin that dispatches.
 *
 * @param onTooMany is called instead of a dispatch above the limit
 */
export function limitDispatches(
  dispatch: (action: Action) => void,
  onTooMany: () => void,
): (action: Action) => void {
  let depth = 0;
  let count = 0;
  return (action) => {
    if (depth === 0) count = 0;
    count += 1;
    if (depth >= DEEPEST || count > MOST) return onTooMany();
    depth += 1;
    try {
      dispatch(action);
    } finally {
      depth -= 1;
    }
  };
}
