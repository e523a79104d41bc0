import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the place of somebody on the keyboard: when the button that they have pressed goes away, since the
 * state that it was for is over, the focus goes to its row instead of to the top of the document. Not to the
 * button that comes in its place, which a second press would then press.
 */
export function useFocusWhenGone<Row extends HTMLElement = HTMLLIElement>() {
  const row = useRef<Row>(null);
  const pressed = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const button = pressed.current;
    if (!button || button.isConnected) return;
    pressed.current = null;
    if (document.activeElement === document.body) row.current?.focus();
  });
  return {
    row,
    keepFocus: () => {
      pressed.current = document.activeElement;
    },
  };
}
