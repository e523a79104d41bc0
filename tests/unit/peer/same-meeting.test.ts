import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Meeting } from '../../../protocol/meeting';
import type { Tab } from './aim-world';

// What is imported looks for it when it is loaded.
vi.hoisted(() => Reflect.set(globalThis, 'browser', { runtime: { id: 'id', sendMessage: async () => {} } }));

const world = await import('./aim-world');

const MEET = 'https://meet.example.com/webapp3/m/qa';
const FEATURES = ['request-id', 'call-status', 'hang-up'];

let life: AbortController;
let tab: Tab;
let observed: (records: { type: string; target: unknown }[]) => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('MutationObserver', function MutationObserver(callback: typeof observed) {
    observed = callback;
    return { observe() {}, disconnect() {} };
  });
  life = new AbortController();
  tab = new world.Tab(life.signal);
  tab.add(MEET, 'webapp3');
  speak('qa');
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

const frame = () => tab.slots[0] ?? expect.fail('The tab has no frame.');
const first = (): Meeting => tab.meetings()[0] ?? expect.fail('No meeting is known.');
const speak = (alias: string | undefined, features = FEATURES) => tab.join(frame(), alias, features);
const asked = () =>
  frame().plugin?.heard.map(({ data }) => String(Reflect.get(Object(data), 'action')).split('/')[1]) ?? [];
const outcomes = ({ calls }: Meeting) => calls.map(({ id, state }) => `${id} ${state.name}`);

describe('a frame that was loaded anew', () => {
  beforeEach(() => tab.dial(first(), 'a'));

  it.each<{ name: string; reload: () => void }>([
    { name: 'that the page has loaded again', reload: () => tab.navigate(frame(), MEET, false) },
    { name: 'that the page has given another path', reload: () => tab.navigate(frame(), `${MEET}?x`, true) },
    {
      name: 'that the page has loaded again after it changed its own address',
      reload: () => {
        tab.navigate(frame(), MEET, true);
        observed([{ type: 'attributes', target: frame().iframe }]);
      },
    },
    { name: 'that the page has moved', reload: () => tab.move(frame()) },
    {
      name: 'that the page has led elsewhere and back',
      reload: () => {
        tab.navigate(frame(), 'https://portal.example.com/break', true);
        tab.notice();
        tab.navigate(frame(), MEET, true);
      },
    },
    {
      name: 'whose plugin, loaded alone, never named it before the page loaded the frame again',
      reload: () => {
        tab.navigate(frame(), undefined, false);
        speak(undefined);
        tab.navigate(frame(), MEET, true);
        observed([{ type: 'attributes', target: frame().iframe }]);
      },
    },
    { name: 'that has loaded itself again', reload: () => tab.navigate(frame(), undefined, false) },
  ])('is the same meeting with the same alias: one $name', ({ reload }) => {
    const before = first();
    reload();
    speak('qa');
    expect(first()).toMatchObject({ id: before.id, alias: 'qa' });
    expect(first().load).toBeGreaterThan(before.load);
    expect(tab.meetings()).toHaveLength(1);
    expect(asked()).toContain('call-status');
  });

  it.each<{ name: string; reload: () => void; alias?: string | undefined }>([
    {
      name: 'at another origin',
      reload: () => tab.navigate(frame(), 'https://evil.example/webapp3/m/qa', true),
    },
    { name: 'that went elsewhere by itself', reload: () => tab.navigate(frame(), undefined, true) },
    { name: 'with another alias', reload: () => tab.navigate(frame(), MEET, false), alias: 'sales' },
  ])('is another meeting: one $name', ({ reload, ...given }) => {
    const before = first();
    reload();
    speak('alias' in given ? given.alias : 'qa');
    expect(asked()).not.toContain('call-status');
    const [now, gone] = tab.meetings();
    expect(now?.id).not.toBe(before.id);
    expect(now).toMatchObject({ present: true, calls: [] });
    expect(gone).toMatchObject({ id: before.id, present: false });
    expect(gone && outcomes(gone)).toEqual(['a unknown']);
  });

  it('is the same if it is named only after it is connected, and asked for calls then', () => {
    const { id } = first();
    tab.navigate(frame(), MEET, false);
    speak(undefined);
    expect(first()).toMatchObject({ id, alias: undefined });
    expect(asked()).not.toContain('call-status');
    tab.say(frame(), 'connected', { conferenceAlias: 'qa' });
    expect(first()).toMatchObject({ id, alias: 'qa' });
    expect(asked()).toContain('call-status');
  });

  it('has no name before its plugin tells one', () => {
    tab.navigate(frame(), MEET, false);
    tab.say(frame(), 'ready', { features: FEATURES });
    expect(first().alias).toBeUndefined();
    expect(asked()).not.toContain('call-status');
  });

  it('keeps the calls that were placed before it turned out to be another meeting', () => {
    tab.navigate(frame(), MEET, false);
    tab.say(frame(), 'ready', { features: FEATURES });
    tab.dial(first(), 'b');
    tab.say(frame(), 'connected', { conferenceAlias: 'sales' });
    const [now, gone] = tab.meetings();
    expect(now && outcomes(now)).toEqual(['b calling']);
    expect(gone && outcomes(gone)).toEqual(['a unknown']);
  });
});

it('the same plugin in another meeting is another meeting', () => {
  tab.dial(first(), 'a');
  tab.say(frame(), 'disconnected');
  tab.say(frame(), 'connected', { conferenceAlias: 'sales' });
  expect(tab.meetings().map((meeting) => [meeting.alias, ...outcomes(meeting)])).toEqual([
    ['sales'],
    [undefined, 'a unknown'],
  ]);
});

it('a queue ends with the load in which it was pressed, and none of it is dialed later', () => {
  tab.navigate(frame(), MEET, false);
  speak(undefined, []);
  for (const call of ['a', 'b', 'c']) tab.dial(first(), call);
  expect(outcomes(first())).toEqual(['c queued', 'b queued', 'a calling']);
  tab.navigate(frame(), MEET, false);
  speak(undefined, []);
  tab.dial(first(), 'd');
  tab.say(frame(), 'dial-out-success');
  expect(outcomes(first())).toEqual(['d calling', 'c cancelled', 'b cancelled', 'a unknown']);
  expect(tab.reached.map(({ call }) => call)).toEqual(['a', 'd']);
});

it('what cannot be done any more is refused by name', () => {
  const before = first();
  tab.navigate(frame(), MEET, false);
  tab.notice();
  tab.dial(before, 'late');
  expect(tab.refused()).toEqual(['late']);
  expect(tab.reached).toEqual([]);
});
