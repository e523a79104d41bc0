import { existsSync, readFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type PeerState, targetOf } from '../../../protocol/panel';
import { fakeEvent } from '../browser/fake-event';
import { asWindow, FakeTop, FakeWindow } from './frame-tree';
import { request } from './replay';

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

/** The peer's part of a dial-out: what the panel does before is its own. */
const DIAL_OUT = [
  'browser/peer-life.ts',
  'host/message-filter.ts',
  'peer/calls.ts',
  'peer/meetings.ts',
  'peer/messenger.ts',
  'peer/panel-server/panel-server.ts',
  'peer/panel-server/requests.ts',
  'protocol/calls.ts',
  'protocol/panel.ts',
  'protocol/wire.ts',
];

/** How Vitest 4 writes them. */
const EXPORT_GETTER = /^\(\) => \{ try \{ return \w+ \} catch \{\} \}$/;

const session = new Session();

/** The files in which a function has run since the last call. */
function filesThatRan(): string[] {
  let scripts: Profiler.ScriptCoverage[] = [];
  session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
    scripts = result;
  });
  const isOurs = ({ url }: Profiler.ScriptCoverage) => !/node:|node_modules|\/tests\//.test(url);
  return scripts
    .filter((script) => isOurs(script) && hasRun(script))
    .map(({ url }) => relative('.', url.startsWith('file:') ? fileURLToPath(url) : url))
    .toSorted();
}

function hasRun({ scriptId, functions }: Profiler.ScriptCoverage): boolean {
  let source = '';
  session.post('Debugger.getScriptSource', { scriptId }, (_error, { scriptSource }) => {
    source = scriptSource;
  });
  return functions.some(({ ranges: [range] }) => {
    if (!range?.count) return false;
    // The test runner has modules read each other through getters, which are none of ours.
    return !EXPORT_GETTER.test(source.slice(range.startOffset, range.endOffset));
  });
}

beforeAll(() => {
  session.connect();
  session.post('Debugger.enable');
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
});
afterAll(() => session.disconnect());

const runtime = { id: 'id', sendMessage: async () => {}, onConnect: fakeEvent(), onMessage: fakeEvent() };

beforeEach(() => {
  vi.stubGlobal('browser', { runtime });
  vi.stubGlobal('window', new EventTarget());
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
function walk(plugin: FakeWindow, start: () => void): string[] {
  let files: string[] = [];
  vi.spyOn(plugin, 'postMessage').mockImplementationOnce(() => {
    files = filesThatRan();
  });
  filesThatRan();
  start();
  return files;
}

it('goes from the toggle-chat of a plugin to its echo through nine files', async () => {
  const { plugin, send } = await page();
  expect(walk(plugin, () => send('toggle-chat', { active: true }))).toEqual(TOGGLE_CHAT);
});

it('goes from the port of a panel to the dial-out through ten files', async () => {
  const { plugin } = await page();
  const onMessage = fakeEvent();
  const posts: unknown[] = [];
  const postMessage = (post: unknown) => void posts.push(post);
  runtime.onConnect.fire({ name: 'panel', onMessage, onDisconnect: fakeEvent(), postMessage });
  const [state] = posts as [PeerState];
  const [meeting] = state.meetings;
  if (!meeting) throw new Error('No meeting.');
  const dial = { type: 'dial', ...targetOf(meeting), call: 'a', request };
  expect(walk(plugin, () => onMessage.fire(dial))).toEqual(DIAL_OUT);
});

it.each([
  { walk: 'From a toggle-chat to its echo', files: TOGGLE_CHAT },
  { walk: 'From the form to a dial-out', files: DIAL_OUT },
])('is in docs/explanation/architecture.md: $walk', ({ walk, files }) => {
  const [, section = ''] = readFileSync('docs/explanation/architecture.md', 'utf8').split(`## ${walk}\n`);
  const [table = ''] = section.split('\n## ');
  const named = [...table.matchAll(/^\| \d+ \| `([^`]+)`/gm)].map(([, file = '']) => file);
  expect(named).toEqual(expect.arrayContaining(files));
  expect(named.filter((file) => !existsSync(file))).toEqual([]);
  // Of the panel's files, only the peer's are measured here.
  if (files === TOGGLE_CHAT) expect(named.toSorted()).toEqual(files);
});
