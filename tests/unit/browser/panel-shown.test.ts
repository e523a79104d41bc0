import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeEvent } from './fake-event';

// In the place of the polyfill, which throws outside an extension.
vi.mock('../../../browser/browser', () => ({
  get browser() {
    return Reflect.get(globalThis, 'browser');
  },
}));

let onMessage: ReturnType<typeof fakeEvent>;
let isOver: boolean;

beforeEach(async () => {
  vi.resetModules();
  vi.useFakeTimers();
  onMessage = fakeEvent();
  vi.stubGlobal('browser', { runtime: { onMessage } });
  const { panelShown } = await import('../../../browser/panel-shown');
  isOver = false;
  void panelShown().then(() => {
    isOver = true;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('waits for the panel, and for no other message', async () => {
  onMessage.fire({ type: 'peer-started' });
  await vi.advanceTimersByTimeAsync(100);
  expect(isOver).toBe(false);
  onMessage.fire({ type: 'panel-shown' });
  await vi.advanceTimersByTimeAsync(0);
  expect(isOver).toBe(true);
});

it('does not wait for long: a panel that was open already says nothing', async () => {
  await vi.advanceTimersByTimeAsync(200);
  expect(isOver).toBe(true);
});
