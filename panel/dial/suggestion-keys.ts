import type { Signal } from '@preact/signals';
import { keyOf } from '../ui/key-of';

type Needs = {
  /** The ids of what is shown. */
  ids(): readonly string[];
  /** Which of them the arrow keys have reached. */
  active: Signal<string | undefined>;
  open(): void;
  close(): void;
  choose(id: string): void;
};

/** Returns what the keys do in the field of a combobox whose list is chosen from by hand. */
export function suggestionKeys({ ids, active, open, close, choose }: Needs) {
  /** One step before the first and after the last is the field itself. */
  const step = (by: 1 | -1) => {
    const shown = ids();
    const at = shown.indexOf(active.peek() ?? '');
    active.value = at === -1 && by === -1 ? shown.at(-1) : shown[at + by];
  };
  const onArrow = (by: 1 | -1, isAlt: boolean) => {
    if (isAlt && by === -1) close();
    else {
      if (ids().length === 0) open();
      if (!isAlt) step(by);
    }
  };
  return (event: KeyboardEvent): void => {
    const { altKey, ctrlKey, metaKey, shiftKey } = event;
    if (ctrlKey || metaKey || shiftKey) return;
    const key = keyOf(event);
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      onArrow(key === 'ArrowDown' ? 1 : -1, altKey);
    } else if (key === 'Escape' && ids().length > 0) {
      // In the dock, Escape gives the keyboard back to the page: not from an open list.
      event.preventDefault();
      close();
    } else if (key === 'Enter') {
      const id = active.peek();
      if (id !== undefined) {
        event.preventDefault();
        choose(id);
      }
      close();
    } else if (['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(key)) {
      active.value = undefined;
    }
  };
}
