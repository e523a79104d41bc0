/**
 * Keeps the place of somebody on the keyboard: when what has the focus goes away or can no longer be pressed,
 * the focus goes to the nearest thing around it that stays, instead of to the top of the document. Not to
 * what comes in its place, which a second press would then press. `isInOrder` says that nothing in `root`
 * changes its place, so that what is still there has been left on purpose.
 */
export function keepFocusNearby(
  root: HTMLElement,
  signal: AbortSignal,
  { isInOrder = false }: { isInOrder?: boolean } = {},
): void {
  /** What has the focus, and what is around it. */
  let place: HTMLElement[] = [];
  const note = (focused: EventTarget | null) => {
    place = [];
    for (let each = focused; each instanceof HTMLElement && root.contains(each); each = each.parentElement) {
      place.push(each);
    }
  };
  note(document.activeElement);
  root.addEventListener('focusin', ({ target }) => note(target), { signal });
  // A press beside everything takes the focus away, and means to.
  document.addEventListener(
    'pointerdown',
    () => {
      place = [];
    },
    { capture: true, signal },
  );
  const observer = new MutationObserver(() => {
    const [focused] = place;
    const { activeElement } = document;
    if (!focused || (activeElement !== document.body && activeElement !== focused)) return;
    const isThere = focused.isConnected && !focused.matches(':disabled');
    if (isThere && (isInOrder || activeElement === focused)) return;
    // Somebody may be at work on the page.
    if (isInOrder && !document.hasFocus()) return;
    // What was only moved has lost the focus as well.
    const stays = isThere ? focused : place.find((each) => each !== focused && each.isConnected);
    if (stays && !isThere) stays.tabIndex = -1;
    stays?.focus({ preventScroll: true });
  });
  observer.observe(root, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
