import { afterEach, expect, it, vi } from 'vitest';
import { until } from '../../until';
import { fakeEvent } from './fake-event';

// In the place of the polyfill, which throws outside an extension.
vi.mock('../../../browser/browser', () => ({
  get browser() {
    return Reflect.get(globalThis, 'browser');
  },
}));

afterEach(() => vi.unstubAllGlobals());

it.each([undefined, new Error('no room')])(
  'leaves word for a panel that only opens, before it tells one that is open (%s)',
  async (error) => {
    const done: unknown[] = [];
    const onCommand = fakeEvent();
    const note = async (what: unknown) => void done.push(what);
    vi.stubGlobal('browser', {
      commands: { onCommand },
      runtime: { sendMessage: note },
      storage: { session: { set: (kept: object) => (error ? Promise.reject(error) : note(kept)) } },
      tabs: { sendMessage: async () => {} },
    });
    const commands = await import('../../../browser/commands');
    commands.onCommand('focus-destination', () => done.push('opened'));
    onCommand.fire('focus-destination', { id: 7, windowId: 3 });
    const told = { type: 'focus-destination', windowId: 3 };
    await until(() => expect(done).toContainEqual(told));
    const left = error ? [] : [{ 'panel.window-3.asked-view': 'dial-out' }];
    expect(done).toEqual(['opened', ...left, told]);
  },
);
