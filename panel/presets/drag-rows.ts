import type { DropPlace } from '../../settings/presets/arrange';
import { keyOf } from '../ui/key-of';

/** What is drawn while a row is dragged: the row, and the side of the row beside which it would be put. */
const DRAGGED = 'dragged';
const SIDES = { before: 'drop-before', after: 'drop-after' } as const;
const MIN_WAY = 4;

/**
 * Lets rows with `data-preset` be dragged with a pointer by what is in them and cannot be pressed, until
 * `stop` aborts. Escape leaves everything as it was.
 */
export function dragRows(
  root: HTMLElement,
  stop: AbortSignal,
  onDrop: (id: string, place: DropPlace) => void,
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
  onDrop: (id: string, place: DropPlace) => void,
  stop: AbortSignal,
): void {
  const end = new AbortController();
  const signal = AbortSignal.any([end.signal, stop]);
  let place: DropPlace | undefined;
  const clear = () => {
    for (const each of root.querySelectorAll('[data-preset]'))
      each.classList.remove(DRAGGED, SIDES.before, SIDES.after);
  };
  signal.addEventListener('abort', clear, { once: true });
  document.addEventListener(
    'pointermove',
    ({ clientY }) => {
      if (!place && Math.abs(clientY - start) < MIN_WAY) return;
      clear();
      row.classList.add(DRAGGED);
      const over = rowAt(root, clientY);
      place = undefined;
      if (!over?.dataset.preset || over === row) return;
      const { top, height } = over.getBoundingClientRect();
      place = { id: over.dataset.preset, side: clientY < top + height / 2 ? 'before' : 'after' };
      over.classList.add(SIDES[place.side]);
    },
    { signal },
  );
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
