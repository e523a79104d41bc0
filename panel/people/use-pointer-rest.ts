import { useEffect, useRef, useState } from 'preact/hooks';

/** A pointer that has not moved for as long is on its way to nothing. */
const REST_MS = 1_500;

/**
 * Tells whether the pointer is moving over something: what comes must not push away what it is about to
 * press.
 */
export function usePointerRest() {
  const [isMoving, setMoving] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = () => {
    clearTimeout(timer.current);
    setMoving(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    isMoving,
    onPointerMove: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(stop, REST_MS);
      setMoving(true);
    },
    onPointerLeave: stop,
  };
}
