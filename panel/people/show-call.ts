import type { Call } from '../../protocol/meeting';
import type { PanelContext } from '../state/context';

/** Leads from a person to the call by which they were dialed. */
export function showCall({ tab }: PanelContext, { id }: Call): void {
  tab.value = 'dial-out';
  // Once the row is on screen again: what is hidden takes no focus.
  queueMicrotask(() => {
    const row = document.getElementById(`call-${id}`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  });
}
