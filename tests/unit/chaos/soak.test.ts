import { describe, expect, it } from 'vitest';
import { disagreements, rowsDiffer, type States, toldDiffer } from '../../chaos/soak/agreement';
import { growth } from '../../chaos/soak/heaps';
import { readOptions, replayOf } from '../../chaos/soak/options';
import { type Planned, planOf } from '../../chaos/soak/plan';
import { pick, randomFrom } from '../../chaos/soak/random';
import { run } from '../../chaos/soak/run';
import type { Scene, Step } from '../../chaos/soak/scene';
import { STEPS, tally } from '../../chaos/soak/steps';

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
    [[], { seed: 7, until: { minutes: 10 } }],
    [['--minutes', '0.5'], { seed: 7, until: { minutes: 0.5 } }],
    [['--seed', '4294967295', '--minutes', '1'], { seed: 4294967295, until: { minutes: 1 } }],
    [['--steps', '54'], { seed: 7, until: { steps: 54 } }],
  ])('%j', (args, value) => {
    expect(readOptions(args, 7)).toEqual({ ok: true, value });
  });

  it.each([
    [['--minutes', '0'], /--minutes takes a number above 0, not "0"/],
    [['--minutes', ''], /--minutes/],
    [['--minutes', 'ten'], /"ten"/],
    [['--steps', '0'], /--steps takes a whole number above 0, not "0"/],
    [['--steps', '1.5'], /--steps/],
    [['--steps', '5', '--minutes', '1'], /Either --minutes or --steps/],
    [['--seed', '1.5'], /--seed takes a whole number below 4294967296, not "1.5"/],
    [['--seed', '4294967296'], /--seed/],
    [['--hours', '1'], /--hours/],
    [['1'], /'1'/],
  ])('%j is refused', (args, why) => {
    expect(readOptions(args, 7)).toEqual({ ok: false, error: expect.stringMatching(why) });
  });

  it('are what the printed command has, word for word', () => {
    const args = replayOf(42, 54).split(' ').slice(3);
    expect(readOptions(args, 7)).toEqual({ ok: true, value: { seed: 42, until: { steps: 54 } } });
  });
});

describe('a run', () => {
  const scene = {} as Scene;
  const first = (seed: number, count: number, names: readonly string[]): Planned[] => {
    const plan = planOf(seed, names);
    return Array.from({ length: count }, () => plan.next().value);
  };
  const quiet = { say: () => undefined, after: async () => undefined, stop: new AbortController().signal };
  const noting = (did: Planned[]): Record<string, Step> =>
    Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [
        name,
        async (_: Scene, at: number) => {
          did.push({ name, at });
          return name === 'c' ? undefined : '';
        },
      ]),
    );

  it('takes the steps of its seed, and those again when it is replayed', async () => {
    const [once, again]: [Planned[], Planned[]] = [[], []];
    await run(scene, noting(once), { seed: 42, until: { steps: 50 } }, quiet);
    await run(scene, noting(again), { seed: 42, until: { steps: 50 } }, quiet);
    expect(once).toEqual(first(42, 50, ['a', 'b', 'c']));
    expect(again).toEqual(once);
    expect(first(43, 50, ['a', 'b', 'c'])).not.toEqual(once);
  });

  it('has every step in a few hundred, so that none is left out of ten minutes', () => {
    const names = Object.keys(STEPS);
    expect(new Set(first(1, 500, names).map(({ name }) => name))).toEqual(new Set(names));
  });

  it('ends with the step that fails, and says which and why', async () => {
    const broken: Step = async () => {
      throw new Error('it is broken');
    };
    const outcome = await run(scene, { a: broken }, { seed: 1, until: { minutes: 1 } }, quiet);
    expect(outcome).toEqual({ taken: [], failed: 'Step 1, a: it is broken' });
  });

  it('ends in the middle of a step when it is stopped', async () => {
    const stop = new AbortController();
    const endless: Step = () => {
      queueMicrotask(() => stop.abort());
      return new Promise(() => undefined);
    };
    const options = { seed: 1, until: { minutes: 1 } };
    const outcome = await run(scene, { a: endless }, options, { ...quiet, stop: stop.signal });
    expect(outcome).toEqual({ taken: [], stopped: true });
  });

  it('counts how often each step happened, and which found nothing to do', () => {
    const taken = [
      { name: 'freeze', happened: true },
      { name: 'freeze', happened: true },
      { name: 'hang up', happened: false },
    ];
    const [people, faults] = tally(taken);
    expect(people).toContain('hang up 0 (and 1 with nothing to do)');
    expect(faults).toContain('freeze 2');
    expect(faults).toContain('kill background 0');
  });
});

it('the growth of a heap is told in all, and where everything is loaded', () => {
  const steep = Array.from({ length: 10 }, (_, at): [number, number] => [at / 2, 100 + Math.min(at, 5) * 30]);
  expect(growth('page', steep)).toBe(
    'Heap of the page: 34.5 kB per minute, 0.0 in the second half, 100 kB at first, 250 kB at last (10 samples).',
  );
  expect(growth('page', steep.slice(0, 4))).toBe('Heap of the page: too few samples (4).');
});

describe('what does not agree', () => {
  const states: States = {
    node: {
      dialed: [
        { who: 'a@x', state: 'joined' },
        { who: 'c@x', state: 'ringing' },
      ],
      everybody: [{ who: 'uuid-a', state: 'joined' }],
      streams: 1,
    },
    meeting: { chat: true, badge: true, unread: 2, roster: [{ who: 'uuid-a', state: 'joined' }] },
    peer: {
      chat: true,
      badge: true,
      unread: 2,
      inMeeting: true,
      calls: [
        { destination: 'a@x', uuid: 'uuid-a', state: 'joined' },
        { destination: 'b@x', uuid: 'uuid-b', state: 'left' },
        { destination: 'c@x', uuid: 'uuid-c', state: 'ringing' },
        { destination: 'd@x', uuid: undefined, state: 'unknown' },
        { destination: 'e@x', uuid: undefined, state: 'failed' },
      ],
    },
    panel: {
      chat: true,
      badge: true,
      inMeeting: true,
      rows: [
        { destination: 'a@x', look: 'joined' },
        { destination: 'b@x', look: 'left' },
        { destination: 'c@x', look: 'no-answer' },
        { destination: 'd@x', look: 'unknown' },
        { destination: 'e@x', look: 'failed' },
      ],
    },
  };
  const { node, meeting, peer, panel } = states;
  const calls = (change: Record<number, Partial<(typeof peer.calls)[number]>>) =>
    peer.calls.map((call, at) => ({ ...call, ...change[at] }));

  it('is nothing where everything does', () => {
    expect(disagreements(states)).toEqual([]);
  });

  it.each<[string, Partial<States>, string[]]>([
    [
      'the chat of the meeting',
      { meeting: { ...meeting, chat: false } },
      ['chat: true by the panel, true by the peer, false by the meeting'],
    ],
    [
      'the badge in the panel',
      { panel: { ...panel, badge: false } },
      ['badge: false by the panel, true by the peer, true by the meeting'],
    ],
    ['what is unread', { meeting: { ...meeting, unread: 1 } }, ['unread: 2 by the peer, 1 by the meeting']],
    [
      'a stream that nobody hears',
      { node: { ...node, streams: 0 } },
      ['in the meeting: true by the panel, true by the peer, false by the node'],
    ],
    [
      'a call that the node has lost',
      { node: { ...node, dialed: node.dialed.slice(1) } },
      ['a@x: joined by the peer, not there by the node'],
    ],
    [
      'somebody whom the peer does not know',
      { node: { ...node, dialed: [...node.dialed, { who: 'z@x', state: 'joined' }] } },
      ['z@x: not there by the peer, joined by the node'],
    ],
    [
      'somebody who has answered',
      { node: { ...node, dialed: [{ who: 'a@x', state: 'ringing' }, ...node.dialed.slice(1)] } },
      ['a@x: joined by the peer, ringing by the node'],
    ],
    [
      'the roster',
      { meeting: { ...meeting, roster: [] } },
      ['uuid-a: not there by the roster of the meeting, joined by the node'],
    ],
    [
      'a call that could be found again',
      { peer: { ...peer, calls: calls({ 3: { uuid: 'uuid-d' } }) } },
      ['d@x: unknown to the peer, though the plugin could tell'],
    ],
    [
      'a row',
      { peer: { ...peer, calls: calls({ 1: { state: 'failed' } }) } },
      ['row 2: b@x left in the panel, b@x failed at the peer'],
    ],
  ])('is found: %s', (_, change, expected) => {
    expect(disagreements({ ...states, ...change })).toEqual(expected);
  });

  it('is a row that one place has and another has not', () => {
    expect(rowsDiffer('dock', panel.rows, peer.calls)).toEqual([]);
    expect(rowsDiffer('dock', panel.rows.slice(0, 4), peer.calls)).toEqual([
      'row 5: nothing in the dock, e@x failed at the peer',
    ]);
  });

  it('is what the plugin tells of a call, or does not', () => {
    const told = (entries: [string, string][]) => toldDiffer(new Map(entries), peer.calls);
    const right: [string, string][] = [
      ['uuid-a', 'joined'],
      ['uuid-b', 'left'],
      ['uuid-c', 'ringing'],
    ];
    expect(told(right)).toEqual([]);
    expect(told([['uuid-a', 'left'], ...right.slice(1)])).toEqual([
      'a@x: left by the plugin, joined at the peer',
    ]);
    expect(told(right.slice(0, 2))).toEqual(['c@x: nothing by the plugin, ringing at the peer']);
  });
});
