import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PanelStore } from './store';

/**
 * A panel that is opened has its meeting by then: its peer comes after it, and the plugin is greeted first.
 */
const OPENING_MS = 2_000;

/**
 * Focuses an element once, when there is a meeting to act upon. If that comes only later, the focus is
 * taken from nobody: not from another element, and not from the page that the panel stands beside.
 */
export function useFocusOnce(store: PanelStore, elementId: string): void {
  const status = store.status.value;
  const done = useRef(false);
  const openedAt = useRef(Date.now());
  useLayoutEffect(() => {
    if (done.current || status === 'no-meeting' || status === 'waiting') return;
    done.current = true;
    const { activeElement } = document;
    const isFree = !activeElement || activeElement === document.body;
    const isOpening = Date.now() - openedAt.current < OPENING_MS;
    if (isFree && (isOpening || document.hasFocus())) document.getElementById(elementId)?.focus();
  }, [status, elementId]);
}
