import { afterEach, beforeEach, vi } from 'vitest';
import type { PeerPort } from '../../../browser/peer-port';
import { startPeer } from '../../../peer/peer';
import type { Link } from '../../../protocol/link';
import type { Meeting } from '../../../protocol/meeting';
import { PLUGIN_FEATURES } from '../../../protocol/messages';
import type { PeerState } from '../../../protocol/panel';
import { meetingRefOf } from '../../../protocol/panel-requests';
import { PREFIX } from '../../../protocol/wire';
import { asWindow, FakeTop, FakeWindow } from './frame-tree';

// Before what is imported looks for it.
vi.hoisted(() => Reflect.set(globalThis, 'browser', { runtime: { sendMessage: async () => {} } }));

/** Gives each test of a file the globals of a page, and a clock of its own. */
export function inPage(): void {
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
}

const ALL = [...PLUGIN_FEATURES];
/** Longer than the peer listens, and than a plugin takes to show what it was told. */
export const LONG = 2_000;

type Wire = { action: string; [field: string]: unknown };

/** The peer comes to a page whose plugin has loaded before. */
export function page({ features = ALL as readonly string[] } = {}) {
  const top = new FakeTop();
  const listeners: ((event: unknown) => void)[] = [];
  Object.assign(top, {
    addEventListener: (_type: string, listener: (event: unknown) => void) => listeners.push(listener),
  });
  const iframe = top.iframe('https://meet.example.com/webapp3/m/qa', 'webapp3');
  let plugin = new FakeWindow(iframe.contentWindow);
  const peer: PeerPort = startPeer(asWindow(top), {
    signal: new AbortController().signal,
    endIfInvalidated: () => false,
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
  const say = (name: string, payload: object = {}, prefix: string = PREFIX) => {
    const data = { action: prefix + name, ...payload };
    for (const listener of listeners) listener({ isTrusted: true, source: plugin, origin: 'null', data });
  };
  return {
    top,
    iframe,
    peer,
    meeting,
    say,
    ready: () => say('ready', { features, conferenceAlias: 'qa' }),
    /** The plugin answers a greeting of somebody else. */
    again: (prefix?: string) => {
      say('ready', { features, conferenceAlias: 'qa', again: true }, prefix);
      say('connected', { conferenceAlias: 'qa' }, prefix);
    },
    /** What the plugin has received since the last time, without the greetings. */
    heard: () =>
      plugin.heard
        .splice(0)
        .map(({ data }) => data as Wire)
        .filter(({ action }) => action !== `${PREFIX}hello`)
        .map(({ action, ...payload }) => `${action.replace(/^.*\//, '')} ${JSON.stringify(payload)}`),
    greetings: () => plugin.heard.filter(({ data }) => (data as Wire).action === `${PREFIX}hello`).length,
    /** The plugin reports its button. */
    report: (active: boolean, badge = false) => say('button-state', { active, badge }),
    ask: (request: object) => {
      const asked = { ...meetingRefOf(meeting()), ...request };
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
