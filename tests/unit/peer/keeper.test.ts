import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeptMeeting } from '../../../peer/keeper/kept';
import type { PeerContext } from '../../../peer/peer-context';
import { meetingRefOf } from '../../../protocol/panel-requests';
import type { Tab } from './aim-world';

// What is imported looks for it when it is loaded.
vi.hoisted(() => Reflect.set(globalThis, 'browser', { runtime: { id: 'id', sendMessage: async () => {} } }));

const world = await import('./aim-world');
const { createKeeper } = await import('../../../peer/keeper/keeper');
const { provide } = await import('../../../browser/script-registry');

const MEET = 'https://meet.example.com/webapp3/m/qa';
const FEATURES = ['request-id', 'call-status', 'hang-up', 'message'];
const SLOT = Symbol.for('external-chat.keeper');

let kept: readonly KeptMeeting[];
let life: AbortController;
let tab: Tab;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('MutationObserver', function MutationObserver() {
    return { observe() {}, disconnect() {} };
  });
  kept = [];
  life = new AbortController();
  load(MEET);
  speak('qa');
});
afterEach(() => {
  life.abort();
  Reflect.deleteProperty(globalThis, SLOT);
  vi.useRealTimers();
});

/** Loads the page again, with a meeting at this address in it. */
function load(address: string): void {
  vi.advanceTimersByTime(1_000);
  life.abort();
  life = new AbortController();
  const before = kept;
  Reflect.deleteProperty(globalThis, SLOT);
  provide('keeper', (context: PeerContext) =>
    createKeeper(context, before, (now) => {
      kept = now;
    }),
  );
  tab = new world.Tab(life.signal);
  tab.add(address, 'webapp3');
}

const frame = () => tab.slots[0] ?? expect.fail('There is no frame.');
const first = () => tab.meetings()[0] ?? expect.fail('No meeting was found.');
const outcomes = () => first().calls.map(({ id, state }) => `${id} ${state.name}`);
const speak = (alias: string | undefined, features = FEATURES) => tab.join(frame(), alias, features);
const asked = () =>
  (frame().plugin?.heard ?? []).flatMap(({ data }) => {
    const { action, calls } = Object(data);
    return String(action).endsWith('/call-status') ? [calls] : [];
  });
const chat = (text: string) =>
  tab.say(frame(), 'message', { ...({ id: text, at: 1, text, own: false } as object) });

describe('a page with a meeting that was loaded again', () => {
  it('has its calls also where the keeper is brought a second time, before the meeting has spoken', () => {
    tab.dial(first(), 'a');
    tab.say(frame(), 'dial-out-success', { ...({ requestId: 'a', uuid: 'u' } as object) });
    load(MEET);
    provide('keeper', (context: PeerContext) =>
      createKeeper(context, [], (now) => {
        kept = now;
      }),
    );
    speak('other');
    tab.dial(first(), 'b');
    load(MEET);
    speak('qa');
    expect(outcomes()).toEqual(['a unknown']);
  });

  it('has the calls of the same meeting, and asks its plugin for them once', () => {
    tab.dial(first(), 'a');
    tab.say(frame(), 'dial-out-success', { ...({ requestId: 'a', uuid: 'u' } as object) });
    tab.dial(first(), 'b');
    load(MEET);
    speak('qa');
    expect(outcomes()).toEqual(['b unknown', 'a unknown']);
    expect(asked()).toEqual([[{ requestId: 'b' }, { requestId: 'a', uuid: 'u' }]]);
    expect(tab.reached).toEqual([]);
  });

  it.each([
    { name: 'another alias', address: MEET, alias: 'sales' },
    { name: 'no alias', address: MEET, alias: undefined },
    { name: 'another origin', address: 'https://evil.example/webapp3/m/qa', alias: 'qa' },
    { name: 'an address that shows no origin', address: 'about:blank', alias: 'qa' },
  ])('gives nothing to a meeting with $name', ({ address, alias }) => {
    tab.dial(first(), 'a');
    chat('secret');
    load(address);
    speak(alias);
    expect(first()).toMatchObject({ calls: [], messageCount: 0 });
    expect(asked()).toEqual([]);
  });

  it('gives it back later, if the meeting itself comes back', () => {
    tab.dial(first(), 'a');
    load(MEET);
    speak('sales');
    tab.dial(first(), 'b');
    load(MEET);
    speak('qa');
    expect(outcomes()).toEqual(['a unknown']);
    load(MEET);
    speak('sales');
    expect(outcomes()).toEqual(['b unknown']);
  });

  it('gives nothing on a page of another origin', () => {
    tab.dial(first(), 'a');
    vi.advanceTimersByTime(1_000);
    kept = kept.map((each) => ({ ...each, site: 'https://other.example.com' }));
    load(MEET);
    speak('qa');
    expect(first().calls).toEqual([]);
  });

  it('gives nothing where two were alike, and the calls to one frame only where two are now', () => {
    tab.dial(first(), 'a');
    vi.advanceTimersByTime(1_000);
    const [one] = kept;
    load(MEET);
    tab.add(MEET, 'second');
    const [, second = expect.fail()] = tab.slots;
    speak('qa');
    tab.say(second, 'connected', { conferenceAlias: 'qa' });
    expect(tab.meetings().map(({ calls }) => calls.length)).toEqual([1, 0]);
    vi.advanceTimersByTime(1_000);
    kept = one ? [one, one] : [];
    load(MEET);
    speak('qa');
    expect(first().calls).toEqual([]);
  });

  it('dials nothing that was queued', () => {
    load(MEET);
    speak('qa', ['call-status']);
    tab.dial(first(), 'a');
    tab.dial(first(), 'b');
    expect(outcomes()).toEqual(['b queued', 'a calling']);
    load(MEET);
    speak('qa', ['call-status']);
    tab.say(frame(), 'dial-out-success', { ...({ uuid: 'u' } as object) });
    expect(outcomes()).toEqual(['b cancelled', 'a unknown']);
    expect(tab.reached).toEqual([]);
  });

  it('has the chat and what was not sent, and what was unread still is', () => {
    chat('one');
    chat('two');
    tab.send({ type: 'draft', ...meetingRefOf(first()), text: 'Not yet' });
    load(MEET);
    speak('qa');
    expect(first()).toMatchObject({ messageCount: 2, unread: 2, badge: true, draft: 'Not yet' });
    chat('three');
    expect(first()).toMatchObject({ messageCount: 3, unread: 3 });
  });

  it('has the calls that were cleared among its calls, and still lists them as cleared', () => {
    tab.dial(first(), 'a');
    tab.dial(first(), 'b');
    tab.send({ type: 'cleared', ...meetingRefOf(first()), text: 'a' });
    expect(first()).toMatchObject({ calls: [{ id: 'b' }, { id: 'a' }], cleared: 'a' });
    load(MEET);
    speak('qa');
    expect(first()).toMatchObject({ calls: [{ id: 'b' }, { id: 'a' }], cleared: 'a' });
  });

  it('asks for the calls also where the meeting is named only after it is connected', () => {
    tab.dial(first(), 'a');
    load(MEET);
    speak(undefined);
    expect(first().calls).toEqual([]);
    tab.say(frame(), 'connected', { conferenceAlias: 'qa' });
    expect(outcomes()).toEqual(['a unknown']);
    expect(asked()).toHaveLength(1);
  });

  it('has the calls of a frame that the page has put another in the place of, where it is the same', () => {
    tab.dial(first(), 'a');
    chat('one');
    tab.remove(frame());
    tab.notice();
    expect(first()).toMatchObject({ present: false });
    tab.add(MEET, 'webapp3');
    speak('qa');
    expect(tab.meetings()).toHaveLength(1);
    expect(first()).toMatchObject({ present: true, messageCount: 1 });
    expect(outcomes()).toEqual(['a unknown']);
    expect(asked()).toHaveLength(1);
  });

  it.each(['drive', 'watch'] as const)('has its chat open as the user left it, in %s', (mode) => {
    tab.dial(first(), 'a');
    tab.say(frame(), 'toggle-chat', { ...({ active: true } as object) });
    tab.send({ type: 'set-mode', page: first().page, mode });
    tab.remove(frame());
    tab.notice();
    tab.add(MEET, 'webapp3');
    speak('qa');
    const action = 'pexip:plugin:external-chat/toggle-chat-button-state';
    const told = (frame().plugin?.heard ?? []).map(({ data }) => Object(data));
    // In Watch, the page decides.
    expect(first()).toMatchObject({ present: true, chat: mode === 'drive' });
    expect(told.findLast((each) => each.action === action)?.active).toBe(mode === 'drive' || undefined);
  });

  it('has its chat open without calls or messages, in each frame of a row', () => {
    tab.say(frame(), 'toggle-chat', { ...({ active: true } as object) });
    for (let load = 0; load < 3; load++) {
      tab.remove(frame());
      tab.notice();
      tab.add(MEET, 'webapp3');
      speak('qa');
      expect(tab.meetings()).toHaveLength(1);
      expect(first()).toMatchObject({ present: true, chat: true });
    }
    tab.say(frame(), 'toggle-chat', { ...({ active: false } as object) });
    tab.remove(frame());
    tab.notice();
    tab.add(MEET, 'webapp3');
    speak('qa');
    expect(first()).toMatchObject({ present: true, chat: false });
  });

  it('has the meeting chat of a frame that was replaced without a call', () => {
    chat('one');
    tab.remove(frame());
    tab.notice();
    tab.add(MEET, 'webapp3');
    speak('qa');
    expect(first()).toMatchObject({ present: true, messageCount: 1, unread: 1 });
  });

  it.each([
    { name: 'another alias', alias: 'sales', address: MEET, isThere: false },
    { name: 'another origin', alias: 'qa', address: 'https://evil.example/webapp3/m/qa', isThere: false },
    { name: 'the first still on the page', alias: 'qa', address: MEET, isThere: true },
  ])('leaves them to that frame where the next one has $name', ({ alias, address, isThere }) => {
    tab.dial(first(), 'a');
    chat('one');
    if (!isThere) tab.remove(frame());
    tab.notice();
    tab.add(address, 'webapp3');
    const next = tab.slots.at(-1) ?? expect.fail();
    tab.say(next, 'ready', { features: FEATURES });
    tab.say(next, 'connected', { conferenceAlias: alias });
    expect(
      tab
        .meetings()
        .map(({ calls }) => calls.length)
        .sort(),
    ).toEqual([0, 1]);
    expect(tab.meetings().find(({ calls }) => !calls[0])).toMatchObject({ messageCount: 0 });
  });

  it('keeps nothing where there is nothing to keep', () => {
    vi.advanceTimersByTime(1_000);
    expect(kept).toEqual([]);
  });
});
