/** The value at a share of the way through the sorted samples, interpolated; `NaN` of none. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** A worst in a hundred says something only of a few hundred samples. */
const LEAST_FOR_P99 = 200;

export const p99 = (samples: readonly number[]): number | undefined =>
  samples.length < LEAST_FOR_P99 ? undefined : quantile(samples, 0.99);

/** How much `y` grows for one more `x`: the line of least squares through the points. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  let [above, below] = [0, 0];
  for (const [x, y] of points) {
    above += (x - meanX) * (y - meanY);
    below += (x - meanX) ** 2;
  }
  return above / below;
}

/** The list, begun at another place each time, so that nobody is always first or last. */
export const rotated = <T>(list: readonly T[], turn: number): T[] =>
  list.map((_, index) => list[(index + turn) % list.length] as T);

/**
 * Samples of a clock that ticks, with those of the same tick spread evenly over it: otherwise every quantile
 * would be a whole tick.
 */
export function spreadOverTick(samples: readonly number[], tick: number): number[] {
  const byTick = new Map<number, number>();
  for (const sample of samples) {
    const ticks = Math.round(sample / tick);
    byTick.set(ticks, (byTick.get(ticks) ?? 0) + 1);
  }
  return [...byTick].flatMap(([ticks, length]) =>
    Array.from({ length }, (_, index) => (ticks + (index + 0.5) / length - 0.5) * tick),
  );
}
