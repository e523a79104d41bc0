import { useEffect, useRef, useState } from 'preact/hooks';

/** A pointer that has not moved for as long is on its way to nothing. */
const REST_MS = 1_500;

/** One that rests on a button is about to press it, for as long as somebody thinks about it. */
const AIM_MS = 10_000;

/**
 * Tells whether the pointer is moving over something, or rests on a button of it: what comes must not push
 * away what it is about to press. What it has pressed may show its effect `afterMs` later.
 */
export function usePointerRest(afterMs = REST_MS) {
  const [isMoving, setMoving] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = () => {
    clearTimeout(timer.current);
    setMoving(false);
  };
  const restIn = (delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(stop, delay);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    isMoving,
    onPointerMove: ({ target }: Pick<PointerEvent, 'target'>) => {
      restIn(target instanceof Element && target.closest('button') ? AIM_MS : REST_MS);
      setMoving(true);
    },
    // What was aimed at is pressed.
    onPointerUp: () => restIn(afterMs),
    onPointerLeave: stop,
  };
}
