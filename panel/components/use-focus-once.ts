import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PanelStore } from '../store';

/**
 * Focuses an element once, when there is a meeting to act upon. If that comes only later, the focus is
 * taken from nobody: not from another element, and not from the page that the panel stands beside.
 */
export function useFocusOnce(store: PanelStore, elementId: string): void {
  const status = store.status.value;
  const done = useRef(false);
  const openedReady = useRef(true);
  useLayoutEffect(() => {
    if (done.current) return;
    // No peer at all yet: the panel is still opening.
    if (status === 'no-meeting') return;
    if (status === 'waiting') {
      openedReady.current = false;
      return;
    }
    done.current = true;
    const { activeElement } = document;
    const isFree = activeElement === null || activeElement === document.body;
    if (isFree && (openedReady.current || document.hasFocus())) document.getElementById(elementId)?.focus();
  }, [status, elementId]);
}
