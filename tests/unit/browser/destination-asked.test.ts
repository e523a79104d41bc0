import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeEvent } from './fake-event';

// In the place of the polyfill, which throws outside an extension.
vi.mock('../../../browser/browser', () => ({
  get browser() {
    return Reflect.get(globalThis, 'browser');
  },
}));

/** A browser whose present window is told by `getCurrent`. */
const fakeBrowser = (getCurrent: () => Promise<{ id: number }>) => ({
  runtime: { onMessage: fakeEvent() },
  windows: { getCurrent },
});

const ask = (windowId: number) => ({ type: 'focus-destination', windowId });

let stop: AbortController;
let asked: number;

beforeEach(() => {
  vi.resetModules();
  stop = new AbortController();
  asked = 0;
});
afterEach(() => vi.unstubAllGlobals());

/** A panel in the window that `getCurrent` tells of. */
async function panelIn(getCurrent: () => Promise<{ id: number }>) {
  const browser = fakeBrowser(getCurrent);
  vi.stubGlobal('browser', browser);
  const { onDestinationAsked } = await import('../../../browser/destination-asked');
  onDestinationAsked(() => {
    asked += 1;
  }, stop.signal);
  return browser.runtime.onMessage;
}

/** Everything that was waiting for a promise has gone on. */
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

it('hears what is asked of its own window, and nothing else', async () => {
  const onMessage = await panelIn(async () => ({ id: 7 }));
  onMessage.fire(ask(8));
  onMessage.fire({ type: 'peer-started' });
  await settled();
  expect(asked).toBe(0);
  onMessage.fire(ask(7));
  await settled();
  expect(asked).toBe(1);
});

it('hears no more once it has ended, also of what was asked just before', async () => {
  const onMessage = await panelIn(async () => ({ id: 7 }));
  onMessage.fire(ask(7));
  stop.abort();
  expect(onMessage.listeners.size).toBe(0);
  await settled();
  expect(asked).toBe(0);
});

it('leaves a window alone that is going away', async () => {
  const said = vi.spyOn(console, 'info').mockImplementation(() => {});
  const onMessage = await panelIn(() => Promise.reject(new Error('No window with id: 7.')));
  // A rejection that nobody takes fails the run.
  onMessage.fire(ask(7));
  await settled();
  expect(asked).toBe(0);
  expect(said).toHaveBeenCalledOnce();
});
