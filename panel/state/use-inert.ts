import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PanelStore } from './store';

/**
 * Whether a form has no meeting to act upon, and is inert. Its field that had the focus gets it back with the
 * meeting, unless the user has gone elsewhere: a meeting that loads anew must not interrupt who types.
 */
export function useInert(store: PanelStore, form: { current: HTMLFormElement | null }): boolean {
  const isInert = store.status.value === 'no-meeting';
  const last = useRef<{ isInert: boolean; field?: Element | null }>({ isInert });
  // While drawing: once the form is inert, the browser has taken the focus away.
  if (isInert && !last.current.isInert) last.current.field = document.activeElement;
  last.current.isInert = isInert;
  useLayoutEffect(() => {
    const { field } = last.current;
    if (isInert || !form.current?.contains(field ?? null)) return;
    last.current.field = null;
    if (isFocusFree() && document.hasFocus()) (field as HTMLElement).focus();
  }, [isInert]);
  return isInert;
}

/** Whether nothing in this document has the focus. */
export const isFocusFree = (): boolean => !document.activeElement || document.activeElement === document.body;
