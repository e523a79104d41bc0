import { describe, expect, it } from 'vitest';
import type { LogLine } from '../../../../panel/log/entry';
import { EVERYTHING, type Filter, matcherOf } from '../../../../panel/log/filter';
import { whyOf } from '../../../../panel/log/format-entry';
import { createMasker } from '../../../../panel/log/mask';
import { createRing } from '../../../../panel/log/ring';
import { createRoundTrips } from '../../../../panel/log/round-trips';
import { isAtEnd, scrolledTo, spanOf } from '../../../../panel/log/virtual';
import { aCallInTheLog, anEntry } from './entries';

describe('a ring', () => {
  it('keeps the last, oldest first, before it is full and after', () => {
    const ring = createRing<number>(3);
    expect(ring.list()).toEqual([]);
    ring.push(1);
    ring.push(2);
    expect(ring.list()).toEqual([1, 2]);
    for (const value of [3, 4, 5, 6, 7]) ring.push(value);
    expect(ring.list()).toEqual([5, 6, 7]);
    ring.clear();
    ring.push(8);
    expect(ring.list()).toEqual([8]);
  });
});

describe('a list of which only a part is drawn', () => {
  it.each([
    { name: 'at the top', scroll: 0, count: 1_000, span: { first: 0, end: 16 } },
    { name: 'in the middle', scroll: 4_400, count: 1_000, span: { first: 94, end: 116 } },
    { name: 'at the end', scroll: 43_560, count: 1_000, span: { first: 984, end: 1_000 } },
    {
      name: 'scrolled to where nothing is any more',
      scroll: 43_560,
      count: 10,
      span: { first: 10, end: 10 },
    },
    { name: 'empty', scroll: 0, count: 0, span: { first: 0, end: 0 } },
  ])('$name', ({ scroll, count, span }) => expect(spanOf(scroll, 440, 44, count)).toEqual(span));

  it('scrolls as far as a row needs to be seen, and not at all where it is', () => {
    expect(scrolledTo(0, 440, 440, 44)).toBe(0);
    expect(scrolledTo(12, 440, 440, 44)).toBe(440);
    expect(scrolledTo(25, 440, 440, 44)).toBe(26 * 44 - 440);
  });

  it('is followed from its last row on', () => {
    expect(isAtEnd(43_560, 440, 44, 1_000)).toBe(true);
    expect(isAtEnd(43_500, 440, 44, 1_000)).toBe(false);
  });
});

describe('the time between question and answer', () => {
  const timesOf = (entries: readonly LogLine[]) => {
    const roundTrips = createRoundTrips();
    return entries.flatMap((entry) => roundTrips.timeOf(entry) ?? []);
  };
  const dialed = (clock: number, requestId?: string) =>
    anEntry('dial-out', requestId ? { requestId } : {}, { verdict: 'sent', clock });

  it.each<{ name: string; entries: LogLine[]; times: number[] }>([
    {
      name: 'of two dial-outs, by their ids',
      entries: [
        dialed(0, 'a'),
        dialed(100, 'b'),
        anEntry('dial-out-error', { requestId: 'b' }, { clock: 150 }),
        anEntry('dial-out-success', { requestId: 'a' }, { clock: 900 }),
      ],
      times: [50, 900],
    },
    {
      name: 'of a plugin that repeats no id, while one question is open',
      entries: [dialed(0, 'a'), anEntry('dial-out-success', {}, { clock: 300 })],
      times: [300],
    },
    {
      name: 'not where two are open and the answer has no id',
      entries: [dialed(0, 'a'), dialed(1, 'b'), anEntry('dial-out-success', {}, { clock: 300 })],
      times: [],
    },
    {
      name: 'not of an id that nobody has asked with',
      entries: [dialed(0, 'a'), anEntry('dial-out-success', { requestId: 'x' }, { clock: 300 })],
      times: [],
    },
    {
      name: 'of a press, to its echo, to the report of it',
      entries: [
        anEntry('toggle-chat', { active: true }, { clock: 10 }),
        anEntry('toggle-chat-button-state', { active: true }, { verdict: 'sent', clock: 11 }),
        anEntry('button-state', { active: true, badge: false }, { clock: 14 }),
      ],
      times: [1, 3],
    },
    {
      name: 'of a greeting that was said to all',
      entries: [
        anEntry('hello', {}, { verdict: 'sent', meeting: undefined, clock: 5 }),
        anEntry('ready', {}, { clock: 25 }),
      ],
      times: [20],
    },
    {
      name: 'not of an answer that was dropped, and not from another page',
      entries: [
        dialed(0, 'a'),
        anEntry('dial-out-success', { requestId: 'a' }, { verdict: 'source', clock: 1 }),
        anEntry('dial-out-success', { requestId: 'a' }, { page: 2, clock: 2 }),
      ],
      times: [],
    },
  ])('$name', ({ entries, times }) => expect(timesOf(entries)).toEqual(times));
});

describe('the filter', () => {
  const log = [
    anEntry('ready'),
    anEntry('toggle-chat', { active: true }),
    anEntry('toggle-chat', { active: 'x' }, { verdict: 'shape' }),
    anEntry('toggle-chat', {}, { verdict: 'origin', origin: 'https://evil.example' }),
    anEntry('dial-out', { destination: 'alice' }, { verdict: 'sent' }),
    anEntry('dial', {}, { verdict: 'asked' }),
  ];
  it.each<{ filter: Partial<Filter>; names: number[] }>([
    { filter: {}, names: [0, 1, 2, 3, 4, 5] },
    { filter: { name: 'toggle-chat' }, names: [1, 2, 3] },
    { filter: { direction: 'out' }, names: [4] },
    { filter: { direction: 'asked' }, names: [5] },
    { filter: { direction: 'in', verdict: 'accepted' }, names: [0, 1] },
    { filter: { verdict: 'dropped' }, names: [2, 3] },
    { filter: { text: 'EVIL' }, names: [3] },
    { filter: { text: ' toggle  active ' }, names: [1, 2] },
    { filter: { text: 'alice' }, names: [4] },
    { filter: { text: 'nobody' }, names: [] },
  ])('$filter', ({ filter, names }) => {
    const isShown = matcherOf({ ...EVERYTHING, ...filter }, ({ data }) => data);
    expect(log.flatMap((entry, index) => (isShown(entry) ? [index] : []))).toEqual(names);
  });

  it('does not find what is hidden', () => {
    const masker = createMasker();
    const isShown = matcherOf({ ...EVERYTHING, text: 'alice' }, ({ data, verdict }) =>
      masker.json(data, verdict),
    );
    expect(log.filter(isShown)).toEqual([]);
  });
});

describe('why a message was dropped', () => {
  it.each<{ name: string; entry: LogLine; says: RegExp }>([
    {
      name: 'a name that the protocol does not have',
      entry: anEntry('open-vault', {}, { verdict: 'name' }),
      says: /no message with this name/,
    },
    {
      name: 'a payload that does not fit',
      entry: anEntry('toggle-chat', { active: 'x' }, { verdict: 'shape' }),
      says: /valid message: active must be true or false\.$/,
    },
    {
      name: 'what the page said to the plugin simulator',
      entry: anEntry('toggle-chat-badge', { visible: 1 }, { verdict: 'shape', end: 'plugin' }),
      says: /valid message: visible must be true or false\.$/,
    },
    {
      name: 'a text of which only the beginning is kept',
      entry: anEntry('dial-out-error', { message: 'x…' }, { verdict: 'shape' }),
      says: /too long to be shown/,
    },
  ])('is said in words: $name', ({ entry, says }) => expect(whyOf(entry)).toMatch(says));
});

describe('the mask', () => {
  it('hides the names and texts of people', () => {
    const participants = [
      { uuid: 'p1', displayName: 'Alice Smith', overlayText: 'Board room', isMuted: true },
    ];
    const { data, verdict } = anEntry('roster', { participants });
    expect(JSON.parse(createMasker().json(data, verdict))).toMatchObject({
      participants: [{ displayName: 'name-1', overlayText: 'text-1', isMuted: true }],
    });
  });

  it('leaves nothing but its name of a message that the protocol does not have', () => {
    const { data, verdict } = anEntry(
      'open-vault',
      { secret: 'alice', deep: [{ text: 'bob' }] },
      { verdict: 'name' },
    );
    expect(JSON.parse(createMasker().json(data, verdict))).toEqual({
      action: 'pexip:plugin:external-chat/open-vault',
      secret: '•••',
      deep: [{ text: '•••' }],
    });
  });

  it('leaves nothing of an address, a name or tones, and the same name for the same value', () => {
    const masker = createMasker();
    const clean = aCallInTheLog().map(({ data, verdict }) => masker.json(data, verdict));
    expect(clean.join('\n')).not.toMatch(/alice|1234/i);
    const [, asked = '', dialed = '', joined = '', failed = ''] = clean;
    expect(JSON.parse(dialed)).toMatchObject({
      destination: 'destination-1',
      dtmf_sequence: '•••',
      role: 'GUEST',
    });
    expect(JSON.parse(asked)).toMatchObject({ request: { destination: 'destination-1' } });
    expect(JSON.parse(joined)).toMatchObject({ displayName: 'name-1', uuid: 'u1', requestId: 'c1' });
    expect(JSON.parse(failed)).toMatchObject({ message: 'destination-1 is busy' });
  });

  it.each([
    ['a PIN that is a number', { pin: 1234 }, { pin: '•••' }],
    ['a list of names', { displayName: ['Ann', 'Bob'] }, { displayName: ['name-1', 'name-2'] }],
    ['nothing', { displayName: '' }, { displayName: '' }],
    ['deep down', { a: [{ text: 'Hi' }] }, { a: [{ text: 'text-1' }] }],
  ])('%s', (_name, value, clean) => expect(createMasker().value(value)).toEqual(clean));
});
