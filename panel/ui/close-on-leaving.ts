import { keyOf } from './key-of';

/**
 * Closes the menu at a press beside it, when the focus goes elsewhere, which would lie under it, and at
 * Escape, which gives the focus back to its button.
 */
export function closeOnLeaving(items: HTMLElement | null): () => void {
  const shown = new AbortController();
  const menu = items?.closest('details');
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (target instanceof Node && !menu?.contains(target)) menu?.removeAttribute('open');
    },
    shown,
  );
  menu?.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.removeAttribute('open');
    },
    shown,
  );
  menu?.addEventListener(
    'keydown',
    (event) => {
      if (keyOf(event) !== 'Escape') return;
      // In the dock, Escape gives the keyboard back to the page: not from in here.
      event.preventDefault();
      menu.removeAttribute('open');
      menu.querySelector('summary')?.focus();
    },
    shown,
  );
  return () => shown.abort();
}
