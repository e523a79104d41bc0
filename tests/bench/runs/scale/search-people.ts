import type { Surface } from '../../../browser/harness/browser';
import type { ChromiumSurface } from '../../../browser/harness/chromium/surface';
import type { Figure } from '../../support/figure';
import { heapInUse } from '../../support/heap';
import { median } from '../../support/statistics';
import { drawn } from './drawn';

/** What somebody types who looks for a person, and takes back again. */
const TYPED = ['7', '77', '777', '77', '7', ''];

/** Ten letters a second: nobody types faster. */
const BETWEEN_LETTERS_MS = 100;

/** How fast and how smoothly the panel searches the 1 000 people that are in it. */
export async function searchPeople(panel: ChromiumSurface, seconds: number): Promise<Figure[]> {
  const before = await heapInUse(panel.page);
  const [frames, taken] = await Promise.all([drawn(panel, seconds), type(panel, seconds)]);
  const after = await heapInUse(panel.page);
  const once = { in: 'Chromium', runs: 1 } as const;
  return [
    {
      in: 'Chromium',
      runs: taken.length,
      what: 'searching among 1 000 people, a letter until the list shows it',
      median: median(taken),
      unit: 'ms',
    },
    {
      in: 'Chromium',
      runs: seconds,
      what: 'frames of the tab while searching among 1 000 people',
      median: median(frames.counts),
      unit: '/s',
    },
    {
      ...once,
      what: 'the longest time between two of them, while searching',
      median: frames.longest,
      unit: 'ms',
    },
    {
      ...once,
      what: 'memory of the panel after searching',
      median: after - before,
      unit: 'kB',
    },
  ];
}

/** Types for so many seconds. Returns how long each letter took until the list showed it, laid out. */
const type = (panel: Surface, seconds: number): Promise<number[]> =>
  panel.evaluate(
    async (typed, seconds, between) => {
      const field = document.querySelector<HTMLInputElement>('#people-search');
      if (!field) throw new Error('The people have no search field.');
      const names = Array.from({ length: 1_000 }, (_, index) => `Person ${index}`);
      const taken: number[] = [];
      for (let index = 0; index < (seconds * 1_000) / between; index++) {
        const text = typed[index % typed.length] ?? '';
        const count = names.filter((name) => name.includes(text)).length;
        const start = performance.now();
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        const shown = () => document.querySelector('.people-count')?.textContent;
        while (shown() !== `${count}`) await new Promise((resolve) => setTimeout(resolve));
        document.body.getBoundingClientRect();
        taken.push(performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve, between));
      }
      return taken;
    },
    TYPED,
    seconds,
    BETWEEN_LETTERS_MS,
  );
