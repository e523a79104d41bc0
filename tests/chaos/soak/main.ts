import { existsSync } from 'node:fs';
import { slope } from '../../bench/statistics';
import type { Surface } from '../../browser/harness/browser';
import { compare } from './agreement';
import { readOptions, USAGE } from './options';
import { pick, randomFrom } from './random';
import { heapOf, type Scene, setScene } from './scene';
import { STEPS } from './steps';

const MINUTE_MS = 60_000;
/** A sample of a heap is taken after the first step that ends so long after the last one. */
const EVERY_MINUTES = 1 / 6;
/** Through two points goes any line. */
const LEAST_SAMPLES = 3;

type Samples = [minutes: number, kilobytes: number][];

const say = (line: string) => process.stdout.write(`${line}\n`);

const options = readOptions(process.argv.slice(2), Math.floor(Math.random() * 2 ** 32));
if (!options.ok) {
  process.stderr.write(`${options.error}\n\n${USAGE}`);
  process.exit(2);
}
if (!existsSync('.output/chrome-mv3/peer.js')) {
  process.stderr.write('Nothing is built that could be soaked. Run "npm run build" first.\n');
  process.exit(2);
}
const { minutes, seed } = options.value;
const replay = `npm run soak -- --minutes ${minutes} --seed ${seed}`;
say(`Seed ${seed}. The same steps again: ${replay}`);

const scene = await setScene();
const heaps: Record<'page' | 'panel', Samples> = { page: [], panel: [] };
try {
  const failed = await soak(scene);
  for (const [where, samples] of Object.entries(heaps)) say(growth(where, samples));
  const wrong = [...failed, ...(await compare(scene))];
  if (wrong.length > 0) {
    process.exitCode = 1;
    say(`\nSeed ${seed}: this is wrong.\n  ${wrong.join('\n  ')}\nThe same steps again: ${replay}`);
  } else say('\nEvery state agrees.');
} finally {
  await scene.stage.close();
}

/** Goes from step to step until the time is over, or one fails; that is what it gives. */
async function soak(scene: Scene): Promise<string[]> {
  const random = randomFrom(seed);
  const names = Object.keys(STEPS);
  const startedAt = performance.now();
  for (let count = 1; performance.now() - startedAt < minutes * MINUTE_MS; count += 1) {
    // Two numbers for every step, whatever it does with them: the same seed gives the same steps.
    const name = pick(names, random()) ?? '';
    const at = random();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const head = `${String(count).padStart(4)} ${seconds.padStart(6)} s  ${name}`;
    try {
      say(`${head} ${(await STEPS[name]?.(scene, at)) ?? ''}`.trimEnd());
    } catch (error) {
      say(`${head}: failed`);
      return [`step ${count}, ${name}: ${error instanceof Error ? error.message : String(error)}`];
    }
    const elapsed = (performance.now() - startedAt) / MINUTE_MS;
    await sample(heaps.page, elapsed, scene.tab);
    if (scene.open) await sample(heaps.panel, elapsed, scene.open);
  }
  return [];
}

/** Measures a heap, unless that was done a moment ago. */
async function sample(samples: Samples, elapsed: number, surface: Surface): Promise<void> {
  if (elapsed - (samples.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY) < EVERY_MINUTES) return;
  samples.push([elapsed, (await heapOf(surface)) / 1024]);
}

/** How the heap of a page has grown, by the line of least squares. */
function growth(where: string, samples: Samples): string {
  if (samples.length < LEAST_SAMPLES) return `Heap of the ${where}: too few samples (${samples.length}).`;
  const [first, last] = [samples[0]?.[1] ?? 0, samples.at(-1)?.[1] ?? 0];
  return `Heap of the ${where}: ${slope(samples).toFixed(1)} kB per minute, ${first.toFixed(0)} kB at first, ${last.toFixed(0)} kB at last (${samples.length} samples).`;
}
