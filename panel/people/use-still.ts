import { useRef, useState } from 'preact/hooks';
import { usePointerRest } from '../ui/use-pointer-rest';

/** Tells what may move now, by where the pointer and the focus are. `isHeld`: a menu is open. */
export function useStill(isHeld: boolean) {
  const { isMoving, ...pointer } = usePointerRest();
  /** The person whose row the pointer is at; `''` beside the rows, and nothing outside the lists. */
  const [place, setPlace] = useState<string>();
  const [isFocused, setFocused] = useState(false);
  const isTouch = useRef(false);
  const isStill = isMoving || isHeld;
  // A click follows the finger that has gone.
  const isPointed = place !== undefined && (isMoving || !isTouch.current);
  const follow = ({ target, pointerType }: PointerEvent) => {
    isTouch.current = pointerType === 'touch';
    setPlace(placeOf(target));
  };
  const onPointerMove = (event: PointerEvent) => {
    pointer.onPointerMove(event);
    follow(event);
  };
  return {
    /** No row changes its place. */
    isStill,
    /** Nobody’s leaving moves another row: the pointer may rest in the lists for as long as it likes. */
    hasRoom: isStill || isPointed,
    isPointed,
    /** Whose row the pointer is at: those above it keep their heights. */
    pointed: isPointed ? place : undefined,
    /** Nothing above the lists changes its height. */
    areListsStill: isHeld || (isMoving && isPointed),
    /** A part that comes once and stays may wait until nobody is at a row, however long they are. */
    isAtRow: isStill || isPointed || isFocused,
    handlers: {
      // What comes under a pointer that rests tells of it only so.
      onPointerOver: follow,
      onPointerMove,
      // A finger need not move.
      onPointerDown: onPointerMove,
      onPointerUp: pointer.onPointerUp,
      onPointerLeave: () => {
        if (isTouch.current) return pointer.onPointerUp();
        pointer.onPointerLeave();
        setPlace(undefined);
      },
      // A click leaves the focus behind, too: only who uses the keyboard is at what has it.
      onFocusIn: ({ target }: FocusEvent) => setFocused(isIn('.person', target) && isRinged(target)),
      onFocusOut: ({ relatedTarget }: FocusEvent) => {
        if (!isIn('.person', relatedTarget)) setFocused(false);
      },
    },
  };
}

const closest = (selector: string, target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null;

const isIn = (selector: string, target: EventTarget | null) => closest(selector, target) !== null;

const placeOf = (target: EventTarget | null): string | undefined =>
  isIn('.people-list', target) ? (closest('[data-id]', target)?.dataset.id ?? '') : undefined;

const isRinged = (target: EventTarget | null) =>
  target instanceof Element && target.matches(':focus-visible');
