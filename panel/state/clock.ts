import { effect, type ReadonlySignal, signal } from '@preact/signals';

const TICK_MS = 1000;

/**
 * The time as a signal that moves once a second while `running` is true, and costs nothing otherwise.
 * Stops for good when `stop` aborts.
 */
export function createClock(
  running: ReadonlySignal<boolean>,
  now: () => number,
  stop: AbortSignal,
): ReadonlySignal<number> {
  const time = signal(now());
  const dispose = effect(() => {
    if (!running.value) return;
    // It stood still until here: without this the first second of a call would show an old time.
    time.value = now();
    const timer = setInterval(() => {
      time.value = now();
    }, TICK_MS);
    return () => clearInterval(timer);
  });
  stop.addEventListener('abort', dispose, { once: true });
  return time;
}
