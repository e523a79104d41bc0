import type { DropTarget } from '../../settings/presets/arrange';
import { keyOf } from '../ui/key-of';

/** What is drawn while a row is dragged: the row, and the side of the row beside which it would be put. */
const DRAGGED = 'dragged';
const SIDES = { before: 'drop-before', after: 'drop-after' } as const;
const MIN_WAY = 4;

/** So near to an edge of the window, it scrolls; above, the header lies over the rows. In pixels. */
const EDGES = { top: 72, bottom: 40 };
/** The part of the way into an edge by which it scrolls with each frame. */
const SPEED = 0.2;

/**
 * Lets rows with `data-preset` be dragged with a pointer by what is in them and cannot be pressed, until
 * `stop` aborts; near an edge of the window, it scrolls. Escape leaves everything as it was.
 */
export function dragRows(
  root: HTMLElement,
  stop: AbortSignal,
  onDrop: (id: string, place: DropTarget) => void,
): void {
  root.addEventListener(
    'pointerdown',
    (event) => {
      const { target, button, clientY: start } = event;
      if (!(target instanceof Element) || button !== 0 || target.closest(':is(button,form)')) return;
      const row = target.closest<HTMLElement>('[data-preset]');
      if (!row?.dataset.preset) return;
      // A finger scrolls, unless it is on the handle.
      if (event.pointerType === 'touch' && !target.closest('.handle')) return;
      event.preventDefault();
      follow(root, row, row.dataset.preset, start, onDrop, stop);
    },
    { signal: stop },
  );
}

function follow(
  root: HTMLElement,
  row: HTMLElement,
  id: string,
  start: number,
  onDrop: (id: string, place: DropTarget) => void,
  stop: AbortSignal,
): void {
  const end = new AbortController();
  const signal = AbortSignal.any([end.signal, stop]);
  let place: DropTarget | undefined;
  let pointer = start;
  let isDragged = false;
  const clear = () => {
    for (const each of root.querySelectorAll('[data-preset]'))
      each.classList.remove(DRAGGED, SIDES.before, SIDES.after);
  };
  signal.addEventListener('abort', clear, { once: true });
  const aim = () => {
    isDragged ||= Math.abs(pointer - start) >= MIN_WAY;
    if (!isDragged) return;
    clear();
    row.classList.add(DRAGGED);
    const over = rowAt(root, pointer);
    place = undefined;
    if (!over?.dataset.preset || over === row) return;
    const { top, height } = over.getBoundingClientRect();
    place = { id: over.dataset.preset, side: pointer < top + height / 2 ? 'before' : 'after' };
    over.classList.add(SIDES[place.side]);
  };
  const scrollAtEdge = () => {
    if (signal.aborted) return;
    if (isDragged) window.scrollBy({ top: wayIntoEdge(pointer) * SPEED, behavior: 'instant' });
    requestAnimationFrame(scrollAtEdge);
  };
  scrollAtEdge();
  document.addEventListener(
    'pointermove',
    ({ clientY }) => {
      pointer = clientY;
      aim();
    },
    { signal },
  );
  // Other rows come under a pointer that rests.
  window.addEventListener('scroll', aim, { signal, passive: true });
  document.addEventListener(
    'pointerup',
    () => {
      end.abort();
      if (place) onDrop(id, place);
    },
    { signal },
  );
  document.addEventListener('pointercancel', () => end.abort(), { signal });
  document.addEventListener(
    'keydown',
    (event) => {
      if (keyOf(event) !== 'Escape') return;
      event.preventDefault();
      end.abort();
    },
    { signal, capture: true },
  );
}

const rowAt = (root: HTMLElement, y: number): HTMLElement | undefined =>
  [...root.querySelectorAll<HTMLElement>('[data-preset]')].find((each) => {
    const { top, bottom } = each.getBoundingClientRect();
    return y >= top && y < bottom;
  });

/** How far a pointer is in the edge above, as a negative number, or below; 0 between them. */
const wayIntoEdge = (y: number): number =>
  Math.min(0, y - EDGES.top) || Math.max(0, y - (window.innerHeight - EDGES.bottom));
