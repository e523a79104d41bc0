import type { Target } from 'puppeteer-core';
import { slope } from '../../bench/support/statistics';
import { chromiumOf, type Scene } from './scene';

/** A sample is taken after the first step that ends so long after the last one. */
const EVERY_MINUTES = 1 / 6;
/** Through two points goes any line. */
const LEAST_SAMPLES = 3;

type Samples = [minutes: number, kilobytes: number][];

/**
 * The heaps that there are, by the address of a target that has one: where two share a process, they share
 * it.
 */
const PLACES: Readonly<Record<string, (target: Target) => boolean>> = {
  'page, with the peer': (target) => target.type() === 'page' && target.url().startsWith('http'),
  'meeting, with the plugin': (target) => target.url().includes('/webapp3/m/'),
  'panel and dock': (target) => /\/(sidepanel|dock)\.html/.test(target.url()),
  background: (target) => target.type() === 'service_worker',
};

/** Measures heaps while a soak goes on. */
interface Heaps {
  /** Measures every heap that is there, unless that was done a moment ago. */
  sample(elapsed: number): Promise<void>;
  /** How each has grown, by the line of least squares. */
  report(): string[];
}

export function measureHeaps(scene: Scene): Heaps {
  const { browser } = chromiumOf(scene.fixture);
  const heaps = new Map(Object.keys(PLACES).map((place) => [place, [] as Samples]));
  let last = Number.NEGATIVE_INFINITY;
  return {
    async sample(elapsed) {
      if (elapsed - last < EVERY_MINUTES) return;
      last = elapsed;
      for (const [place, isThere] of Object.entries(PLACES)) {
        const target = browser.targets().find(isThere);
        const bytes = target && (await heapOf(target));
        if (bytes !== undefined) heaps.get(place)?.push([elapsed, bytes / 1024]);
      }
    },
    report: () => [...heaps].map(([place, samples]) => growth(place, samples)),
  };
}

/** JavaScript in use, in bytes, garbage excluded; nothing of what goes while it is measured. */
async function heapOf(target: Target): Promise<number | undefined> {
  const session = await target.createCDPSession();
  try {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  } catch {
    return undefined;
  } finally {
    await session.detach().catch(() => undefined);
  }
}

/**
 * How a heap has grown; in the second half of the run, what was loaded for the first time is there already.
 */
export function growth(place: string, samples: Samples): string {
  const later = samples.slice(Math.floor(samples.length / 2));
  if (later.length < LEAST_SAMPLES) return `Heap of the ${place}: too few samples (${samples.length}).`;
  const [first, last] = [samples[0]?.[1] ?? 0, samples.at(-1)?.[1] ?? 0];
  const [all, second] = [slope(samples), slope(later)].map((each) => each.toFixed(1));
  return (
    `Heap of the ${place}: ${all} kB per minute, ${second} in the second half, ` +
    `${first.toFixed(0)} kB at first, ${last.toFixed(0)} kB at last (${samples.length} samples).`
  );
}
