import { errorText } from '../../../protocol/error-text';
import type { SoakOptions } from './options';
import { planOf } from './plan';
import type { Scene, Step } from './scene';

const MINUTE_MS = 60_000;

/** A step that was taken; one that found nothing to do has not happened. */
type Taken = { name: string; happened: boolean };

/**
 * How a run ended: all steps were taken, one has failed (which, and why, in words), or somebody has stopped
 * it.
 */
type SoakOutcome = { taken: Taken[]; failed?: string; stopped?: true };

/**
 * Goes from step to step until the time or the number of steps is over, one fails, or `stop` is aborted.
 * Before the next step `after` is awaited, with the minutes that have gone by.
 */
export async function run(
  scene: Scene,
  steps: Readonly<Record<string, Step>>,
  { seed, until }: SoakOptions,
  { say, after, stop }: { say(line: string): void; after(minutes: number): Promise<void>; stop: AbortSignal },
): Promise<SoakOutcome> {
  const taken: Taken[] = [];
  const plan = planOf(seed, Object.keys(steps));
  const startedAt = performance.now();
  const minutes = () => (performance.now() - startedAt) / MINUTE_MS;
  const isOver = () => ('steps' in until ? taken.length >= until.steps : minutes() >= until.minutes);
  const stopped = new Promise<never>((_, reject) => {
    stop.addEventListener('abort', () => reject(stop.reason), { once: true });
  });
  stopped.catch(() => undefined);
  while (!isOver()) {
    const { name, at } = plan.next().value;
    const head = `${String(taken.length + 1).padStart(4)} ${(minutes() * 60).toFixed(1).padStart(6)} s  ${name}`;
    try {
      const step = (async () => steps[name]?.(scene, at))();
      step.catch(() => undefined);
      const did = await Promise.race([step, stopped]);
      taken.push({ name, happened: did !== undefined });
      say(`${head} ${did ?? '(nothing to do)'}`.trimEnd());
      await after(minutes());
    } catch (error) {
      // What dies of a stop fails as well.
      if (stop.aborted) return { taken, stopped: true };
      say(`${head}: failed`);
      const why = errorText(error);
      return { taken, failed: `Step ${taken.length + 1}, ${name}: ${why}` };
    }
  }
  return { taken };
}
