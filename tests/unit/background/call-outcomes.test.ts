import { describe, expect, it } from 'vitest';
import { createTold, outcomesOf } from '../../../background/call-outcomes';

const kept = (...calls: [id: string, state: string][]) => [
  { site: 'https://portal.example.com', calls: calls.map(([id, name]) => ({ id, state: { name, at: 0 } })) },
];
const NOTHING = { joined: [], failed: [] };

describe('what became of calls, by what a keeper keeps', () => {
  it('is told of those that were joined or failed since', () => {
    const before = kept(['a', 'ringing'], ['b', 'calling'], ['c', 'joined'], ['d', 'failed']);
    const now = kept(['e', 'failed'], ['a', 'joined'], ['b', 'failed'], ['c', 'left'], ['d', 'failed']);
    expect(outcomesOf(before, now)).toEqual({ joined: ['a'], failed: ['e', 'b'] });
    expect(outcomesOf(now, now)).toEqual(NOTHING);
  });

  it('is told of the first one, of which nothing was kept before', () => {
    expect(outcomesOf([], kept(['a', 'joined'])).joined).toEqual(['a']);
    expect(outcomesOf(kept(), kept(['a', 'calling']))).toEqual(NOTHING);
  });

  it('is not told of a call that a reload had made unknown', () => {
    expect(outcomesOf(kept(['a', 'unknown']), kept(['a', 'joined']))).toEqual(NOTHING);
  });

  it.each([[[null]], [[{ calls: 1 }]], [[{ calls: [null, { id: 1 }] }]]])(
    'is nothing where the page keeps something else: %j',
    (given) => {
      expect(outcomesOf([], given)).toEqual(NOTHING);
    },
  );
});

describe('what was told of', () => {
  it('is told of once for each outcome, by a panel or a keeper', () => {
    const untold = createTold();
    expect(untold('joined', ['a', 'b'])).toEqual(['a', 'b']);
    expect(untold('joined', ['b', 'c'])).toEqual(['c']);
    expect(untold('failed', ['b'])).toEqual(['b']);
  });

  it('is remembered for the latest calls, however many there were', () => {
    const untold = createTold();
    const calls = Array.from({ length: 1_000 }, (_, at) => String(at));
    expect(untold('joined', calls)).toHaveLength(1_000);
    expect(untold('joined', ['999', '0'])).toEqual(['0']);
  });
});
