import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PeerState } from '../../../protocol/panel';
import { until } from '../../until';
import { fakeEvent } from './fake-event';

// In the place of the polyfill, which throws outside an extension.
vi.mock('../../../browser/browser', () => ({
  get browser() {
    return Reflect.get(globalThis, 'browser');
  },
}));

/** A browser with tab 1 in front of window 7; each port is kept with its tab. */
function fakeBrowser() {
  const ports: ReturnType<typeof port>[] = [];
  const port = (tab: number) => ({
    tab,
    sent: [] as unknown[],
    onMessage: fakeEvent(),
    onDisconnect: fakeEvent(),
    disconnect: vi.fn(),
    postMessage(message: unknown) {
      this.sent.push(message);
    },
  });
  const tabs = {
    onActivated: fakeEvent(),
    query: async () => [{ id: 1, windowId: 7 }],
    connect: (tab: number) => {
      const made = port(tab);
      ports.push(made);
      return made;
    },
  };
  return { tabs, runtime: { onMessage: fakeEvent(), lastError: undefined }, ports };
}

let fake: ReturnType<typeof fakeBrowser>;
let stop: AbortController;

beforeEach(() => {
  vi.resetModules();
  fake = fakeBrowser();
  stop = new AbortController();
  vi.stubGlobal('browser', fake);
});
afterEach(() => vi.unstubAllGlobals());

const state = (page: number) => ({
  type: 'state',
  protocol: 1,
  page,
  mode: 'drive',
  dropped: {},
  meetings: [],
});

/** A panel that stands beside tab 1, and the pages that it has shown; `undefined`: none. */
async function openPanel() {
  const { connectToFrontTab } = await import('../../../browser/tab-peer');
  const shown: (number | undefined)[] = [];
  const connection = connectToFrontTab(stop.signal);
  connection.onState((next: PeerState | undefined) => void shown.push(next?.page));
  await until(() => expect(fake.ports).toHaveLength(1));
  fake.ports[0]?.onMessage.fire(state(11));
  return { connection, shown };
}

it('shows nothing of one tab beside another, also before that has spoken', async () => {
  const { shown } = await openPanel();
  fake.tabs.onActivated.fire({ tabId: 2, windowId: 7 });
  expect(shown.at(-1)).toBeUndefined();
  fake.ports[0]?.onMessage.fire(state(11));
  expect(shown.at(-1)).toBeUndefined();
  fake.ports[1]?.onMessage.fire(state(22));
  expect(shown.at(-1)).toBe(22);
});

it('goes to the tab that came to the front while it asked which one is there', async () => {
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  fake.tabs.query = async () => {
    await asked;
    return [{ id: 1, windowId: 7 }];
  };
  const { connectToFrontTab } = await import('../../../browser/tab-peer');
  connectToFrontTab(stop.signal);
  fake.tabs.onActivated.fire({ tabId: 3, windowId: 8 });
  fake.tabs.onActivated.fire({ tabId: 2, windowId: 7 });
  answer();
  await until(() => expect(fake.ports.map(({ tab }) => tab)).toEqual([2]));
});

it('connects to nothing when it has ended before it knows where it is', async () => {
  const { connectToFrontTab } = await import('../../../browser/tab-peer');
  connectToFrontTab(stop.signal);
  stop.abort();
  await Promise.resolve().then(() => {});
  expect(fake.ports).toEqual([]);
});

it('stays with its window', async () => {
  const { shown } = await openPanel();
  fake.tabs.onActivated.fire({ tabId: 3, windowId: 8 });
  expect(fake.ports).toHaveLength(1);
  expect(shown.at(-1)).toBe(11);
});

it('says so when the peer is gone, and goes over to the next one of the tab', async () => {
  const { shown, connection } = await openPanel();
  fake.ports[0]?.onDisconnect.fire();
  expect(shown.at(-1)).toBeUndefined();
  connection.send({ type: 'set-mode', page: 1, mode: 'watch' });
  fake.runtime.onMessage.fire({ type: 'peer-started' }, { tab: { id: 2 } });
  expect(fake.ports).toHaveLength(1);
  fake.runtime.onMessage.fire({ type: 'peer-started' }, { tab: { id: 1 } });
  fake.ports[1]?.onMessage.fire(state(12));
  expect(shown.at(-1)).toBe(12);
  connection.send({ type: 'set-mode', page: 1, mode: 'drive' });
  expect(fake.ports.map(({ sent }) => sent.length)).toEqual([0, 1]);
});

it('goes without a trace', async () => {
  await openPanel();
  stop.abort();
  expect(fake.ports[0]?.disconnect).toHaveBeenCalled();
  expect([fake.tabs.onActivated, fake.runtime.onMessage].map(({ listeners }) => listeners.size)).toEqual([
    0, 0,
  ]);
});

it('says of each meeting in which tab it is, whatever the page says', async () => {
  const { connectToFrontTab } = await import('../../../browser/tab-peer');
  const tabs: unknown[] = [];
  connectToFrontTab(stop.signal).onState((next) => void tabs.push(next?.meetings.map(({ tab }) => tab)));
  await until(() => expect(fake.ports).toHaveLength(1));
  fake.ports[0]?.onMessage.fire({ ...state(11), meetings: [{ id: 'm1', tab: 9 }, { id: 'm2' }] });
  expect(tabs.at(-1)).toEqual([1, 1]);
});
