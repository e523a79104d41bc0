import type { Figure } from '../../support/figure';
import { median, slope } from '../../support/statistics';

/** One series: the medians at each size, and what one more costs. */
export function series(
  what: (size: number) => string,
  more: string,
  times: ReadonlyMap<number, readonly number[]>,
): Figure[] {
  const points = [...times].map(([size, samples]) => [size, median(samples)] as const);
  return [
    ...[...times].map(
      ([size, samples]): Figure => ({
        what: what(size),
        in: 'Chromium',
        median: median(samples),
        unit: 'ms',
        runs: samples.length,
      }),
    ),
    { what: more, in: 'Chromium', median: slope(points) * 1000, unit: 'µs', runs: points.length },
  ];
}
