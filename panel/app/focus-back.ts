import { effect } from '@preact/signals';
import type { PanelContext } from '../state/context';

/**
 * Returns the focus, once there is a meeting again, to the field that had it when the meeting went. Forms are
 * inert without a meeting, and a reload of the meeting must not interrupt somebody who types. A user who has
 * moved on since then keeps the focus where it is.
 */
export function giveFocusBack({ store, signal }: Pick<PanelContext, 'store' | 'signal'>): void {
  let had: Element | null = null;
  const stop = effect(() => {
    // Before the form is drawn inert, and the browser takes the focus away.
    if (store.status.value === 'no-meeting') had = document.activeElement;
    else if (had) {
      const field = had;
      had = null;
      // Once the form is drawn, and takes the focus.
      setTimeout(() => focusAgain(field));
    }
  });
  signal.addEventListener('abort', stop, { once: true });
}

function focusAgain(field: Element): void {
  const isFree = document.hasFocus() && document.activeElement === document.body;
  if (isFree && field instanceof HTMLElement && field.isConnected) field.focus();
}
