import { describe, expect, it } from 'vitest';
import { median, p99, quantile, rotated, slope, spreadOverTick } from '../../bench/support/statistics';

describe('quantiles', () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 2, 3], 0.5, 2.5],
    [[10, 0], 0.25, 2.5],
    [[7], 0.99, 7],
    [[], 0.5, Number.NaN],
  ])('of %j at %s is %s', (samples, share, expected) => {
    expect(quantile(samples, share)).toBe(expected);
  });

  it('sorts by number, and leaves the samples as they were', () => {
    const samples = [100, 9, 20];
    expect(median(samples)).toBe(20);
    expect(samples).toEqual([100, 9, 20]);
  });

  it('has no p99 of a few samples', () => {
    expect(p99(Array(199).fill(1))).toBeUndefined();
    expect(p99(Array.from({ length: 201 }, (_, index) => index))).toBe(198);
  });
});

describe('samples of a clock that ticks', () => {
  it('are spread over their tick, and keep their number and their mean', () => {
    const spread = spreadOverTick([0.1, 0.1, 0.1, 0.1, 0.3], 0.1);
    expect(spread.map((value) => Number(value.toFixed(4)))).toEqual([0.0625, 0.0875, 0.1125, 0.1375, 0.3]);
  });

  it('tell one median from another within a tick', () => {
    const mostly = (low: number) => [...Array(low).fill(0.1), ...Array(100 - low).fill(0.2)];
    expect(median(spreadOverTick(mostly(80), 0.1))).toBeLessThan(median(spreadOverTick(mostly(60), 0.1)));
  });
});

describe('a slope', () => {
  it.each([
    [
      [
        [0, 1],
        [1, 3],
        [2, 5],
      ],
      2,
    ],
    [
      [
        [1, 4],
        [10, 4],
        [100, 4],
      ],
      0,
    ],
    [
      [
        [0, 0],
        [1, 2],
        [2, 1],
        [3, 3],
      ],
      0.8,
    ],
  ] as const)('of %j is %s', (points, expected) => {
    expect(slope(points)).toBeCloseTo(expected);
  });
});

it('a rotated list begins with each in turn', () => {
  expect([0, 1, 2, 3].map((turn) => rotated(['a', 'b', 'c'], turn).join(''))).toEqual([
    'abc',
    'bca',
    'cab',
    'abc',
  ]);
});
