import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Peer, startPeer } from '../../../peer/peer';
import type { Link } from '../../../protocol/link';
import type { Meeting } from '../../../protocol/meeting';
import { PLUGIN_FEATURES } from '../../../protocol/messages';
import { type PeerState, targetOf } from '../../../protocol/panel';
import { asWindow, FakeTop, FakeWindow } from './frame-tree';

const PREFIX = 'pexip:plugin:external-chat/';
const ALL = [...PLUGIN_FEATURES];
/** Longer than the peer listens, and than a plugin takes to show what it was told. */
const LONG = 2_000;

type Wire = { action: string; [field: string]: unknown };

/** The peer comes to a page whose plugin has loaded before. */
function page({ features = ALL as readonly string[] } = {}) {
  const top = new FakeTop();
  const listeners: ((event: unknown) => void)[] = [];
  Object.assign(top, {
    addEventListener: (_type: string, listener: (event: unknown) => void) => listeners.push(listener),
  });
  const iframe = top.iframe('https://meet.example.com/webapp3/m/qa', 'webapp3');
  let plugin = new FakeWindow(iframe.contentWindow);
  const peer: Peer = startPeer(asWindow(top), {
    signal: new AbortController().signal,
    isContextInvalidated: () => false,
    buffered: [],
    mode: 'drive',
  });
  const requests: ((data: unknown) => void)[] = [];
  const states: PeerState[] = [];
  const panel: Link = {
    post: (state) => void states.push(state as PeerState),
    onMessage: (listener) => void requests.push(listener),
    onClose() {},
    close() {},
  };
  peer.addPanel(panel);
  const meeting = (): Meeting => {
    // Panels are told once a frame.
    vi.advanceTimersByTime(20);
    const first = states.at(-1)?.meetings[0];
    if (!first) throw new Error('No meeting.');
    return first;
  };
  const say = (name: string, payload: object = {}) => {
    const data = { action: PREFIX + name, ...payload };
    for (const listener of listeners) listener({ isTrusted: true, source: plugin, origin: 'null', data });
  };
  return {
    meeting,
    say,
    ready: () => say('ready', { features, conferenceAlias: 'qa' }),
    /** What the plugin has received since the last time, without the greetings. */
    heard: () =>
      plugin.heard
        .splice(0)
        .map(({ data }) => data as Wire)
        .filter(({ action }) => action !== `${PREFIX}hello`)
        .map(({ action, ...payload }) => `${action.slice(PREFIX.length)} ${JSON.stringify(payload)}`),
    greetings: () => plugin.heard.filter(({ data }) => (data as Wire).action === `${PREFIX}hello`).length,
    /** The plugin reports its button. */
    report: (active: boolean, badge = false) => say('button-state', { active, badge }),
    ask: (request: object) => {
      const asked = { ...targetOf(meeting()), ...request };
      for (const listener of requests) listener(asked);
    },
    setMode: (mode: 'drive' | 'watch') => {
      const asked = { type: 'set-mode', page: meeting().page, mode };
      for (const listener of requests) listener(asked);
    },
    /** The frame is loaded again: its plugin is another one. */
    load: () => {
      plugin.remove();
      plugin = new FakeWindow(iframe.contentWindow);
    },
  };
}

const OFF = ['toggle-chat-button-state {"active":false}', 'toggle-chat-badge {"visible":false}'];

// Before what is imported looks for it.
vi.hoisted(() => Reflect.set(globalThis, 'browser', { runtime: { sendMessage: async () => {} } }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal(
    'MutationObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a peer that comes late', () => {
  it('leaves a button alone that the page has set, and takes over its state', () => {
    const { ready, report, heard, meeting } = page();
    ready();
    // The page answers the same ready.
    report(true);
    report(true, true);
    vi.advanceTimersByTime(LONG);
    expect(heard()).toEqual([]);
    expect(meeting()).toMatchObject({ contested: true, chat: true, badge: true });
  });

  it('states the button itself once nobody else has', () => {
    const { ready, heard, meeting, report } = page();
    ready();
    expect(heard()).toEqual([]);
    vi.advanceTimersByTime(LONG);
    expect(heard()).toEqual(OFF);
    report(false);
    report(false);
    expect(meeting().contested).toBe(false);
  });

  it('listens also where the plugin answers two greetings', () => {
    const { ready, report, heard, meeting } = page();
    ready();
    ready();
    report(true);
    vi.advanceTimersByTime(LONG);
    expect(heard()).toEqual([]);
    expect(meeting()).toMatchObject({ contested: true, chat: true });
    const alone = page();
    alone.ready();
    alone.ready();
    vi.advanceTimersByTime(LONG);
    expect(alone.heard()).toEqual(OFF);
  });

  it('listens to the plugin of the next load if the first one goes before that is over', () => {
    const { ready, heard, load } = page();
    ready();
    load();
    ready();
    vi.advanceTimersByTime(LONG);
    expect(heard()).toEqual(OFF);
  });

  it('states the button at once to a plugin that loads later', () => {
    const { ready, heard, load } = page();
    ready();
    vi.advanceTimersByTime(LONG);
    heard();
    load();
    ready();
    expect(heard()).toEqual(OFF);
    vi.advanceTimersByTime(LONG);
    expect(heard()).toEqual([]);
  });

  it('states nothing to a plugin that is gone by then, or when it only watches by then', () => {
    const gone = page();
    gone.ready();
    gone.load();
    const watching = page();
    watching.ready();
    watching.setMode('watch');
    vi.advanceTimersByTime(LONG);
    expect([gone.heard(), watching.heard()]).toEqual([[], []]);
  });

  it('leaves a page that answers to state the button of its next plugin', () => {
    const { ready, report, heard, load } = page();
    ready();
    report(true);
    vi.advanceTimersByTime(LONG);
    load();
    ready();
    vi.advanceTimersByTime(LONG);
    expect(heard()).toEqual([]);
  });
});

describe('going to Watch', () => {
  it('has the plugin say ready, which the page answers with its state', () => {
    const { ready, heard, greetings, setMode, report, meeting } = page();
    ready();
    vi.advanceTimersByTime(LONG);
    heard();
    const before = greetings();
    setMode('watch');
    expect(greetings()).toBe(before + 1);
    ready();
    report(true, true);
    expect(heard()).toEqual([]);
    expect(meeting()).toMatchObject({ chat: true, badge: true, load: meeting().load });
  });

  it('leaves calls as they are', () => {
    const { ready, say, ask, setMode, meeting } = page();
    ready();
    say('connected');
    ask({
      type: 'dial',
      call: 'c1',
      request: { role: 'GUEST', destination: 'a@example.com', protocol: 'sip' },
    });
    const { load } = meeting();
    setMode('watch');
    ready();
    expect(meeting()).toMatchObject({ load, calls: [{ state: { name: 'calling' } }] });
  });
});

describe('beside a plugin that does not report its button', () => {
  const seed = () => {
    const peer = page({ features: [] });
    peer.ready();
    peer.say('connected');
    vi.advanceTimersByTime(LONG);
    return peer;
  };

  it('finds the page’s own doing by a press that asks for the state that the button should have', () => {
    const { say, meeting, heard } = seed();
    heard();
    say('toggle-chat', { active: true });
    vi.advanceTimersByTime(LONG);
    say('toggle-chat', { active: false });
    vi.advanceTimersByTime(LONG);
    expect(meeting().contested).toBe(false);
    // The page has turned it on meanwhile.
    say('toggle-chat', { active: false });
    expect(meeting()).toMatchObject({ contested: true, chat: false });
  });

  it('takes two quick presses for what they are', () => {
    const { say, meeting } = seed();
    say('toggle-chat', { active: true });
    say('toggle-chat', { active: true });
    expect(meeting().contested).toBe(false);
  });
});

describe('a call beside a page that dials, too', () => {
  const request = { role: 'GUEST', destination: 'nobody@example.com', protocol: 'sip' };
  const dialling = (mode: 'drive' | 'watch') => {
    const peer = page({ features: [] });
    peer.ready();
    peer.say('connected');
    vi.advanceTimersByTime(LONG);
    if (mode === 'watch') peer.setMode('watch');
    peer.ask({ type: 'dial', call: 'c1', request });
    return peer;
  };

  it('is one of two in Watch, when an answer names no call', () => {
    const { say, meeting } = dialling('watch');
    say('dial-out-success', { uuid: 'u1', displayName: 'Alice' });
    expect(meeting().calls[0]?.state).toMatchObject({ name: 'one-of', of: 2, joined: 1 });
    expect(meeting().calls[0]).not.toHaveProperty('displayName', 'Alice');
    say('dial-out-error', { message: 'no' });
    expect(meeting().calls[0]?.state).toMatchObject({ name: 'one-of', joined: 1, failed: ['no'] });
  });

  it('is one of two beside a page that was seen to answer', () => {
    const { say, meeting } = dialling('drive');
    vi.advanceTimersByTime(LONG);
    say('toggle-chat', { active: false });
    say('dial-out-error', { message: 'no' });
    expect(meeting().calls[0]?.state).toMatchObject({ name: 'one-of', of: 2, failed: ['no'] });
  });

  it('has the answer where nobody else answers', () => {
    const { say, meeting } = dialling('drive');
    say('dial-out-success', { uuid: 'u1', displayName: 'Alice' });
    expect(meeting().calls[0]).toMatchObject({ state: { name: 'joined' }, displayName: 'Alice' });
  });

  it('does not keep the next call waiting', () => {
    const { say, ask, heard } = dialling('watch');
    heard();
    ask({ type: 'dial', call: 'c2', request: { ...request, destination: 'next@example.com' } });
    expect(heard()).toEqual([]);
    say('dial-out-success', { uuid: 'u1', displayName: 'Alice' });
    expect(heard()).toEqual([expect.stringMatching(/^dial-out .*next@example\.com/)]);
    say('dial-out-success', { uuid: 'u2', displayName: 'Bob' });
    ask({ type: 'dial', call: 'c3', request: { ...request, destination: 'third@example.com' } });
    expect(heard()).toEqual([expect.stringMatching(/^dial-out .*third@example\.com/)]);
  });

  it('is named by its id where the plugin repeats ids', () => {
    const peer = page();
    peer.ready();
    peer.say('connected');
    peer.setMode('watch');
    peer.ask({ type: 'dial', call: 'c1', request });
    peer.say('dial-out-success', { uuid: 'u1', displayName: 'Alice' });
    expect(peer.meeting().calls[0]?.state.name).toBe('calling');
    peer.say('dial-out-success', { uuid: 'u2', displayName: 'Bob', requestId: 'c1' });
    expect(peer.meeting().calls[0]).toMatchObject({ state: { name: 'joined' }, displayName: 'Bob' });
  });
});

it('two ready in one task are nobody else’s doing', () => {
  const { ready, heard, report, load, meeting } = page();
  ready();
  vi.advanceTimersByTime(LONG);
  report(false);
  report(false);
  heard();
  load();
  ready();
  ready();
  const told = heard().length;
  for (let times = 0; times < told; times++) report(false);
  expect(told).toBeGreaterThan(0);
  expect(meeting().contested).toBe(false);
});
