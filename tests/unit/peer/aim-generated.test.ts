import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Meeting } from '../../../protocol/meeting';
import { forAll } from '../generated/for-all';
import type { Doc } from './aim-world';

// What is imported looks for it when it is loaded.
vi.hoisted(() => Reflect.set(globalThis, 'browser', { runtime: { id: 'id', sendMessage: async () => {} } }));

const { Tab } = await import('./aim-world');

beforeAll(() => {
  vi.useFakeTimers();
  const noObserver = { observe() {}, disconnect() {} };
  vi.stubGlobal('MutationObserver', function MutationObserver() {
    return noObserver;
  });
});
afterAll(() => void vi.useRealTimers());

const SITES = [
  'https://meet.example.com/webapp3/m/qa',
  'https://other.example/webapp3/m/qa',
  'https://x.example/',
];
const FEATURES = [[], ['request-id', 'call-status', 'hang-up']];

/** The messages that tell what the meeting is called. */
const NAMING = ['ready', 'connected'];

const tab = fc.nat(1);
const slot = fc.nat(3);
const site = fc.constantFrom(...SITES);
const alias = fc.constantFrom('qa', 'sales');

/** What can happen between a press and its sending. */
const event = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('add'), tab, site, id: fc.constantFrom('webapp3', '') }),
  },
  fc.record({ do: fc.constant('remove'), tab, slot }),
  fc.record({ do: fc.constant('move'), tab, slot }),
  fc.record({
    do: fc.constant('navigate'),
    tab,
    slot,
    to: fc.option(site, { nil: undefined }),
    isInHistory: fc.boolean(),
  }),
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('say'),
      tab,
      slot,
      name: fc.constantFrom('ready', 'connected', 'connected', 'disconnected', 'dial-out-success'),
      alias: fc.option(alias, { nil: undefined }),
      features: fc.constantFrom(...FEATURES),
    }),
  },
  fc.record({ do: fc.constant('intrude'), tab, slot, alias }),
  fc.record({ do: fc.constant('notice'), tab }),
  fc.record({ do: fc.constant('switch'), tab }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('look') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('press'), at: fc.nat(5) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('send'), at: fc.nat(5) }) },
);
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

/** What the user does once a frame was loaded anew, which chance alone hardly ever brings together. */
const again = fc
  .record({ tab, slot, to: fc.option(site, { nil: undefined }) })
  .map(({ tab, slot, to }): Event[] => [
    { do: 'navigate', tab, slot, to, isInHistory: false },
    { do: 'say', tab, slot, name: 'ready', alias: undefined, features: [] },
    { do: 'switch', tab },
    { do: 'look' },
    { do: 'press', at: 0 },
    { do: 'send', at: -1 },
    { do: 'say', tab, slot, name: 'dial-out-success', alias: undefined, features: [] },
  ]);
const events = fc.oneof(
  { weight: 8, arbitrary: event.map((each) => [each]) },
  { weight: 1, arbitrary: again },
);

/** Both tabs have a meeting to begin with, and the user has seen the one in front. */
const BEGINNING: readonly Event[] = [
  ...[0, 1].flatMap((tab): Event[] => [
    { do: 'add', tab, site: 'https://meet.example.com/webapp3/m/qa', id: 'webapp3' },
    { do: 'say', tab, slot: 0, name: 'ready', alias: undefined, features: [] },
  ]),
  { do: 'look' },
  { do: 'press', at: 0 },
];

/** The meeting that the user saw, and the document that was in it when it was drawn. */
type Seen = { meeting: Meeting; doc: Doc | undefined };

/** Plays a history. Returns how many calls have reached a document. */
function play(history: readonly Event[]): number {
  const life = new AbortController();
  const tabs = [new Tab(life.signal), new Tab(life.signal)] as const;
  const at = (index: number) => tabs[index === 0 ? 0 : 1];
  const pressed = new Map<string, Seen>();
  let front = 0;
  let shown: Seen[] = [];
  for (const each of history) {
    const page = at('tab' in each ? each.tab : front);
    const frame = 'slot' in each ? page.slots[each.slot % Math.max(1, page.slots.length)] : undefined;
    if ('slot' in each && !frame) continue;
    if (each.do === 'add' && 'site' in each) page.add(each.site, each.id);
    if (each.do === 'notice') page.notice();
    if (each.do === 'switch' && 'tab' in each) front = each.tab;
    if (each.do === 'look') shown = page.meetings().map((meeting) => ({ meeting, doc: page.docOf(meeting) }));
    if (each.do === 'press' && 'at' in each) {
      const seen = shown[each.at % Math.max(1, shown.length)];
      if (seen) pressed.set(`call-${pressed.size}`, seen);
    }
    if (each.do === 'send' && 'at' in each) {
      const [call, seen] = [...pressed].at(each.at % Math.max(1, pressed.size)) ?? [];
      // To whatever tab is in front by now, and more than once.
      if (call && seen) page.dial(seen.meeting, call);
    }
    if (!frame) continue;
    if (each.do === 'remove') page.remove(frame);
    if (each.do === 'move') page.move(frame);
    if (each.do === 'intrude' && 'alias' in each) page.intrude(frame, each.alias ?? '');
    if (each.do === 'navigate' && 'to' in each) page.navigate(frame, each.to, each.isInHistory);
    if (each.do === 'say' && 'name' in each) {
      const conferenceAlias =
        each.alias === undefined || !NAMING.includes(each.name) ? {} : { conferenceAlias: each.alias };
      const payload = each.name === 'dial-out-success' ? { uuid: 'u' } : { features: each.features };
      page.say(frame, each.name, { ...conferenceAlias, ...payload });
    }
  }
  life.abort();
  vi.clearAllTimers();
  const reached = tabs.flatMap((page) => page.reached);
  for (const { call, doc, alias: heardAs } of reached) {
    const seen = pressed.get(call);
    expect(doc).toBe(seen?.doc);
    if (seen?.meeting.alias !== undefined) expect(heardAs).toBe(seen.meeting.alias);
  }
  return reached.length;
}

describe('attack: a page changes between a press and its sending', () => {
  it('has a call reach the meeting that was seen, or nobody', () => {
    let reached = 0;
    forAll(
      fc.property(fc.array(events, { minLength: 4, maxLength: 30, size: 'max' }), (history) => {
        reached += play([...BEGINNING, ...history.flat()]);
      }),
      { numRuns: 10_000 },
    );
    // A world in which no call ever arrives would prove nothing.
    expect(reached).toBeGreaterThan(1_000);
  });
});
