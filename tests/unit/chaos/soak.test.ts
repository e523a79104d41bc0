import { describe, expect, it } from 'vitest';
import { differences, disagreements, type States } from '../../chaos/soak/agreement';
import { readOptions } from '../../chaos/soak/options';
import { pick, randomFrom } from '../../chaos/soak/random';

describe('the random numbers of a soak', () => {
  it('are those of Mulberry32', () => {
    const random = randomFrom(1);
    expect([random(), random(), random()]).toEqual([
      0.62707394058816135, 0.0027357211802154779, 0.52744703995995224,
    ]);
  });

  it.each([0, 1, 2 ** 32 - 1])('are the same again for seed %d, and lie in [0, 1)', (seed) => {
    const [once, again] = [randomFrom(seed), randomFrom(seed)];
    const numbers = Array.from({ length: 10_000 }, once);
    expect(numbers).toEqual(Array.from({ length: 10_000 }, again));
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    const mean = numbers.reduce((sum, number) => sum + number) / numbers.length;
    expect(mean).toBeCloseTo(0.5, 1);
  });

  it.each([
    [0, 'a'],
    [0.34, 'b'],
    [0.999, 'c'],
  ])('%d picks %s of three', (at, expected) => {
    expect(pick(['a', 'b', 'c'], at)).toBe(expected);
  });

  it('pick nothing of an empty list', () => {
    expect(pick([], 0.5)).toBeUndefined();
  });
});

describe('the options of a soak', () => {
  it.each([
    [[], { minutes: 10, seed: 7 }],
    [['--minutes', '0.5'], { minutes: 0.5, seed: 7 }],
    [['--seed', '4294967295', '--minutes', '1'], { minutes: 1, seed: 4294967295 }],
  ])('%j', (args, value) => {
    expect(readOptions(args, 7)).toEqual({ ok: true, value });
  });

  it.each([
    [['--minutes', '0'], /--minutes takes a number above 0, not "0"/],
    [['--minutes', ''], /--minutes/],
    [['--minutes', 'ten'], /"ten"/],
    [['--seed', '1.5'], /--seed takes a whole number below 4294967296, not "1.5"/],
    [['--seed', '4294967296'], /--seed/],
    [['--hours', '1'], /--hours/],
    [['1'], /'1'/],
  ])('%j is refused', (args, why) => {
    expect(readOptions(args, 7)).toEqual({ ok: false, error: expect.stringMatching(why) });
  });
});

describe('what does not agree', () => {
  const states: States = {
    panel: { chat: true, badge: false },
    meeting: { chat: true, badge: false },
    rows: ['joined a@x', 'left b@x', 'ringing c@x', 'unknown d@x', 'no-answer e@x', 'calling f@x'],
    called: ['a@x', 'c@x', 'e@x', 'f@x'],
  };

  it('is nothing where everything does', () => {
    expect(disagreements(states)).toEqual([]);
  });

  it.each<[Partial<States>, string]>([
    [{ meeting: { chat: false, badge: false } }, 'chat: true in the panel, false in the meeting'],
    [{ panel: { chat: true, badge: true } }, 'badge: true in the panel, false in the meeting'],
    [{ called: ['a@x', 'c@x', 'e@x'] }, 'f@x: open, but not in the conference'],
    [{ called: [...states.called, 'b@x'] }, 'b@x: in the conference, but not open'],
    [{ called: [...states.called, 'd@x'] }, 'd@x: in the conference, but not open'],
  ])('%j: %s', (change, expected) => {
    expect(disagreements({ ...states, ...change })).toEqual([expected]);
  });

  it('is a row that one place has and another has not, or in another state', () => {
    expect(differences('dock', ['joined a@x', 'left b@x'], ['joined a@x', 'left b@x'])).toEqual([]);
    expect(differences('dock', ['left a@x'], ['joined a@x', 'left b@x'])).toEqual([
      'row 1: "left a@x" in the dock, "joined a@x" in the panel',
      'row 2: "" in the dock, "left b@x" in the panel',
    ]);
  });
});
