/**
 * Marks the message that a finger is on, until another touch or press: what can be done with it shows while
 * the finger is held. A browser hovers over it only as the finger is lifted, and not after a long press.
 * Nothing gets the focus, which may be in the field for a message, with a keyboard on the screen.
 */
export function showTouched(signal: AbortSignal): void {
  let shown: Element | null = null;
  const follow = ({ pointerType, target }: PointerEvent) => {
    const said = pointerType === 'touch' && target instanceof Element ? target.closest('.said') : null;
    if (said === shown) return;
    shown?.removeAttribute('data-touched');
    said?.setAttribute('data-touched', '');
    shown = said;
  };
  // Not before it is known that the button was unseen when the finger met it: see hold-changed-buttons.ts.
  document.addEventListener('pointerdown', follow, { signal });
}
