import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { until } from '../../until';
import { fakeEvent } from '../browser/fake-event';
import { filesThatRan, startNoting, stopNoting } from './files-that-ran';
import { asWindow, FakeTop, FakeWindow } from './frame-tree';

// In the place of the polyfill, which throws outside an extension.
vi.mock('../../../browser/browser', () => ({
  get browser() {
    return Reflect.get(globalThis, 'browser');
  },
}));

/** Files in which a function runs on a toggle-chat, as docs/explanation/architecture.md lists them. */
const TOGGLE_CHAT = [
  'browser/peer-life.ts',
  'host/message-filter.ts',
  'peer/meetings.ts',
  'peer/messenger.ts',
  'peer/peer.ts',
  'peer/place.ts',
  'peer/reducer.ts',
  'protocol/shape.ts',
  'protocol/wire.ts',
];

/** Those on a dial-out from the press of the form's button, which is in `panel/dial/dial-form.tsx`. */
const DIAL_OUT = [
  'browser/storage.ts',
  'browser/tab-peer.ts',
  'panel/request/dialer.ts',
  'panel/request/draft.ts',
  'panel/request/form.ts',
  'panel/request/guard/guard.ts',
  'panel/request/guard/rate.ts',
  'panel/state/store.ts',
  'peer/calls.ts',
  'peer/meetings.ts',
  'peer/messenger.ts',
  'peer/panel-server/requests.ts',
  'protocol/panel-requests.ts',
  'protocol/shape.ts',
  'protocol/wire.ts',
];

beforeAll(startNoting);
afterAll(stopNoting);

/** What runs at intervals, or so much later, is on nobody's way. */
const LATER_MS = 100;
const soon = setTimeout;

/** Two ends of one port. */
function portPair() {
  const end = () => ({ name: 'panel', onMessage: fakeEvent(), onDisconnect: fakeEvent(), disconnect() {} });
  const [panel, peer] = [end(), end()];
  return {
    panel: { ...panel, postMessage: (message: unknown) => peer.onMessage.fire(message) },
    peer: { ...peer, postMessage: (message: unknown) => panel.onMessage.fire(message) },
  };
}

/** A store that is empty and stays so. */
const emptyStore = { get: async () => ({}), set: async () => {}, remove: async () => {} };

const runtime = { id: 'id', sendMessage: async () => {}, onConnect: fakeEvent(), onMessage: fakeEvent() };
const tabs = {
  onActivated: fakeEvent(),
  query: async () => [{ id: 1, windowId: 1 }],
  connect() {
    const { panel, peer } = portPair();
    runtime.onConnect.fire(peer);
    return panel;
  },
};
const storage = { local: emptyStore, sync: emptyStore, managed: emptyStore, onChanged: fakeEvent() };

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('setInterval', () => 0);
  vi.stubGlobal('setTimeout', (job: () => void, ms = 0) => (ms < LATER_MS ? soon(job, ms) : 0));
  vi.stubGlobal('browser', { runtime, tabs, storage });
  vi.stubGlobal('navigator', { locks: { request: (_name: string, job: () => unknown) => job() } });
  vi.stubGlobal('window', new EventTarget());
  for (const name of ['addEventListener', 'removeEventListener']) vi.stubGlobal(name, () => {});
  vi.stubGlobal(
    'MutationObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});

/** A page with a peer, and a plugin that has sent `ready`. */
async function page() {
  const { startPeer } = await import('../../../peer/peer');
  const { onlyOnePeer } = await import('../../../browser/peer-life');
  const { servePeer } = await import('../../../browser/peer-port');
  const top = new FakeTop();
  const onMessage = fakeEvent();
  Object.assign(top, {
    addEventListener: (_type: string, listener: () => void) => onMessage.addListener(listener),
  });
  const iframe = top.iframe('https://meet.example.com/webapp3/m/qa', 'webapp3');
  const plugin = new FakeWindow(iframe.contentWindow);
  const life = onlyOnePeer();
  const peer = startPeer(asWindow(top), { ...life, buffered: [], mode: 'drive' });
  servePeer(peer, life.signal);
  const send = (name: string, payload: object = {}) =>
    onMessage.fire({
      isTrusted: true,
      source: plugin,
      origin: 'null',
      data: { action: `pexip:plugin:external-chat/${name}`, ...payload },
    });
  send('ready', { features: ['request-id'] });
  return { plugin, send };
}

/** Runs `start`, and returns the files on the way to the first message that the plugin gets. */
async function walk(plugin: FakeWindow, start: () => void): Promise<string[]> {
  const arrived = new Promise<string[]>((resolve) => {
    vi.spyOn(plugin, 'postMessage').mockImplementationOnce(() => resolve(filesThatRan()));
  });
  filesThatRan();
  start();
  return arrived;
}

it('goes from the toggle-chat of a plugin to its echo through nine files', async () => {
  const { plugin, send } = await page();
  expect(await walk(plugin, () => send('toggle-chat', { active: true }))).toEqual(TOGGLE_CHAT);
});

it('goes from the button of the form to the dial-out through 16 files, the form included', async () => {
  const { plugin } = await page();
  const { connectToFrontTab } = await import('../../../browser/tab-peer');
  const { extensionStorage } = await import('../../../browser/storage');
  const { createStore } = await import('../../../panel/state/store');
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const store = createStore(connectToFrontTab(stop.signal), extensionStorage(), Date.now, stop.signal);
  store.form.edit('destination', 'alice@example.com');
  await Promise.all([store.settings.loaded, store.guard.waitMs()]);
  // As the hint under the field does.
  store.form.detection.found.peek();
  await until(() => expect(store.status.value).toBe('ready'));
  expect(await walk(plugin, () => void store.dial())).toEqual(DIAL_OUT);
});

it('takes 14 files more where a plugin reports who is there, and the panel asks for them first', async () => {
  const { plugin, send } = await page();
  const { connectToFrontTab } = await import('../../../browser/tab-peer');
  const { extensionStorage } = await import('../../../browser/storage');
  const { createStore } = await import('../../../panel/state/store');
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  send('ready', { features: ['request-id', 'roster'], again: true });
  send('roster', { participants: [{ uuid: 'a', displayName: 'Alice', role: 'guest' }], complete: true });
  const store = createStore(connectToFrontTab(stop.signal), extensionStorage(), Date.now, stop.signal);
  store.form.edit('destination', 'alice@example.com');
  await Promise.all([store.settings.loaded, store.guard.waitMs()]);
  store.form.detection.found.peek();
  await until(() => expect(store.status.value).toBe('in-meeting'));
  const more = (await walk(plugin, () => void store.dial())).filter((file) => !DIAL_OUT.includes(file));
  expect(more, String(more)).toHaveLength(14);
});

it.each([
  { walk: 'From a toggle-chat to its echo', files: TOGGLE_CHAT },
  { walk: 'From the form to a dial-out', files: ['panel/dial/dial-form.tsx', ...DIAL_OUT] },
])('is in docs/explanation/architecture.md: $walk', ({ walk, files }) => {
  const [, section = ''] = readFileSync('docs/explanation/architecture.md', 'utf8').split(`## ${walk}\n`);
  const [table = ''] = section.split('\n## ');
  const named = [...table.matchAll(/^\| \d+ \| `([^`]+)`/gm)].map(([, file = '']) => file);
  expect(named.toSorted()).toEqual(files.toSorted());
});
