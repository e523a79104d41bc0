import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { usePointerRest } from '../ui/use-pointer-rest';

/** What has buttons that calls can push away: their own rows, and the history below them. */
const PUSHED = '.calls > ul, .earlier';

/** What grows by itself above those buttons: the rows, how all stand, and the list that is being dialed. */
const GROWING = '.calls > ul > li, .calls-summary > fieldset, .lists';

/**
 * Tells whether the pointer moves over the rows of the calls beside an element, or over the history below
 * them: it may be about to press a button there. For as long, nothing above it grows, so that what comes of
 * one call does not push another away. What a press leads to is shown at once. All of it is found in the
 * document: it can be there before this code has loaded, or come after it.
 */
export function useStillRows(beside: RefObject<HTMLElement | null>): boolean {
  const { isMoving, onPointerMove, onPointerUp, onPointerLeave } = usePointerRest(0);
  const view = () => beside.current?.closest<HTMLElement>('[role="tabpanel"]');
  useEffect(() => {
    const shown = new AbortController();
    const element = view();
    const follow = (event: PointerEvent) => {
      const isOver = event.target instanceof Element && event.target.closest(PUSHED);
      if (isOver) onPointerMove(event);
      else onPointerLeave();
    };
    element?.addEventListener('pointermove', follow, shown);
    element?.addEventListener('pointerup', onPointerUp, shown);
    element?.addEventListener('pointerleave', onPointerLeave, shown);
    return () => shown.abort();
  }, []);
  useLayoutEffect(() => {
    const growing = [...(view()?.querySelectorAll<HTMLElement>(GROWING) ?? [])];
    const heights = growing.map((each) => each.getBoundingClientRect().height);
    for (const [index, each] of growing.entries()) {
      const height = heights[index] ?? 0;
      // What is hidden has no height to keep.
      each.style.height = isMoving && height > 0 ? `${height}px` : '';
    }
  }, [isMoving]);
  return isMoving;
}
