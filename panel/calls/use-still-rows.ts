import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { usePointerRest } from '../ui/use-pointer-rest';

/**
 * Tells whether the pointer moves over the rows of the calls beside an element: it may be about to press one.
 * For as long, none of them grows, so that what comes of one call does not push another away; what a press
 * leads to is shown at once. The rows are found in the document: they are there before this code has loaded.
 */
export function useStillRows(beside: RefObject<HTMLElement | null>): boolean {
  const { isMoving, onPointerMove, onPointerUp, onPointerLeave } = usePointerRest(0);
  const rows = () => beside.current?.closest('.calls')?.querySelector<HTMLElement>(':scope > ul');
  useEffect(() => {
    const shown = new AbortController();
    const list = rows();
    list?.addEventListener('pointermove', onPointerMove, shown);
    list?.addEventListener('pointerup', onPointerUp, shown);
    list?.addEventListener('pointerleave', onPointerLeave, shown);
    return () => shown.abort();
  }, []);
  useLayoutEffect(() => {
    const all = [...(rows()?.querySelectorAll<HTMLElement>(':scope > li') ?? [])];
    const heights = all.map((row) => (isMoving ? `${row.getBoundingClientRect().height}px` : ''));
    for (const [index, row] of all.entries()) row.style.height = heights[index] ?? '';
  }, [isMoving]);
  return isMoving;
}
