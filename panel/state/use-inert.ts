import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PanelStore } from './store';

/**
 * Whether a form is inert, since there is no meeting. What had the focus in it has it again when one comes,
 * unless the user has gone elsewhere.
 */
export function useInert(store: PanelStore, form: { current: HTMLElement | null }): boolean {
  const isInert = store.status.value === 'no-meeting';
  const held = useRef('');
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    // The browser takes the focus away only when it draws.
    if (isInert) held.current = activeElement?.id ?? '';
    else if (held.current && activeElement === body)
      form.current?.querySelector<HTMLElement>(`#${held.current}`)?.focus();
  }, [isInert]);
  return isInert;
}
