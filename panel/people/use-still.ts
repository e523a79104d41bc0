import { useState } from 'preact/hooks';
import { usePointerRest } from '../ui/use-pointer-rest';

/** Tells what may move now, by where the pointer and the focus are. `isHeld`: a menu is open. */
export function useStill(isHeld: boolean) {
  const { isMoving, ...pointer } = usePointerRest();
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isStill = isMoving || isHeld;
  return {
    /** No row changes its place. */
    isStill,
    /** Nothing above the lists changes its height. */
    areListsStill: isHeld || (isMoving && isPointed),
    /** A part that comes once and stays may wait until nobody is at a row, however long they are. */
    isAtRow: isStill || isPointed || isFocused,
    handlers: {
      onPointerMove: (event: PointerEvent) => {
        pointer.onPointerMove(event);
        setPointed(isIn('.people-list', event.target));
      },
      onPointerUp: pointer.onPointerUp,
      onPointerLeave: () => {
        pointer.onPointerLeave();
        setPointed(false);
      },
      // A click leaves the focus behind, too: only who uses the keyboard is at what has it.
      onFocusIn: ({ target }: FocusEvent) => setFocused(isIn('.person', target) && isRinged(target)),
      onFocusOut: ({ relatedTarget }: FocusEvent) => {
        if (!isIn('.person', relatedTarget)) setFocused(false);
      },
    },
  };
}

const isIn = (selector: string, target: EventTarget | null) =>
  target instanceof Element && target.closest(selector) !== null;

const isRinged = (target: EventTarget | null) =>
  target instanceof Element && target.matches(':focus-visible');
