import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { SCENARIO_STRINGS } from '../../strings/scenarios';
import { DONE, type Observation } from './scene';

const TICK_MS = 100;

/** The time of a run, and the waits in it. All of them end with the run. */
export interface Clock {
  /** Moves on ten times a second. */
  readonly time: ReadonlySignal<number>;
  /** Waits until `check` finds what it looks for, finds that it never will, or `seconds` are over. */
  until(check: () => Observation, seconds: number): Promise<Observation>;
  /** Waits for time to pass, or for the end. */
  passed(ms: number): Promise<Observation>;
}

/** Starts the time of a run; it stops when `life` aborts. */
export function createRunClock(now: () => number, life: AbortSignal): Clock {
  const time = signal(now());
  const ticking = setInterval(() => {
    time.value = now();
  }, TICK_MS);
  life.addEventListener('abort', () => clearInterval(ticking), { once: true });

  function until(check: () => Observation, seconds: number): Promise<Observation> {
    const deadline = now() + seconds * 1000;
    return new Promise((resolve) => {
      const end = new AbortController();
      const settle = (observation: Observation) => {
        end.abort();
        resolve(observation);
      };
      const dispose = effect(() => {
        // Taking a message out of what was heard calls for another check, which must not take the next one,
        // too.
        if (end.signal.aborted) return;
        const observation = check();
        if (observation.met || observation.isFinal) settle(observation);
        else if (time.value >= deadline)
          settle({ ...observation, seen: SCENARIO_STRINGS.seen.waited({ seconds, seen: observation.seen }) });
      });
      if (end.signal.aborted) dispose();
      else end.signal.addEventListener('abort', () => queueMicrotask(dispose), { once: true });
      life.addEventListener('abort', () => settle({ met: false, seen: '' }), { once: true });
    });
  }

  function passed(ms: number): Promise<Observation> {
    const from = now();
    return until(() => (time.value - from > ms ? DONE : { met: false, seen: '' }), ms / 1000 + 1);
  }

  return { time, until, passed };
}
