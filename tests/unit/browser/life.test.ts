import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeEvent } from './fake-event';

// In the place of the polyfill, which throws outside an extension.
vi.mock('../../../browser/browser', () => ({
  get browser() {
    return Reflect.get(globalThis, 'browser');
  },
}));

let session: Record<string, unknown>;
beforeEach(() => {
  session = {};
});
afterEach(() => vi.unstubAllGlobals());

/** Runs the background once; whether it takes the browser to have been started. */
async function run({ inIncognitoContext }: { inIncognitoContext: boolean }) {
  const started = fakeEvent();
  vi.stubGlobal('browser', {
    extension: { inIncognitoContext },
    runtime: { onStartup: started },
    storage: {
      session: {
        get: async () => session,
        set: async (items: object) => void Object.assign(session, items),
      },
    },
  });
  const { onStartup } = await import('../../../browser/life');
  const listener = vi.fn();
  onStartup(listener);
  await new Promise((resolve) => setTimeout(resolve));
  return { calls: () => listener.mock.calls.length, started };
}

it('takes the first run in a session as a start where every window is private', async () => {
  expect((await run({ inIncognitoContext: true })).calls()).toBe(1);
  expect((await run({ inIncognitoContext: true })).calls()).toBe(0);
  session = {};
  expect((await run({ inIncognitoContext: true })).calls()).toBe(1);
});

it('leaves it to the browser to tell of a start elsewhere', async () => {
  const { calls, started } = await run({ inIncognitoContext: false });
  expect([calls(), session]).toEqual([0, {}]);
  started.fire();
  expect(calls()).toBe(1);
});
