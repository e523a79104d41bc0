import type { Plugin } from '@pexip/plugin-api';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addDialogWidget } from '../../../../plugin/classic/host/dialog-widget';

type Toggled = { isVisible: boolean; isRequest: boolean; trigger: 'self' | 'headerCloseButton' };

/** Web App 3 with one widget. Toggles are carried out when the test says so, in the order of the calls. */
async function stage({ asks = true, reports = true } = {}) {
  let isVisible = false;
  let emit: (toggled: Toggled) => void = () => {};
  const waiting: ((isRefused: boolean) => void)[] = [];
  const toggle = vi.fn(
    () =>
      new Promise<void>((resolve, reject) =>
        waiting.push((isRefused) => {
          if (isRefused) return reject({ reason: 'not now' });
          isVisible = !isVisible;
          if (reports) emit({ isVisible, isRequest: false, trigger: 'self' });
          resolve();
        }),
      ),
  );
  const addWidget = vi.fn(async () => ({
    onToggle: { add: (listener: typeof emit) => (emit = listener) },
    toggle,
    remove: async () => {},
  }));
  const closed: number[] = [];
  const ui = { addWidget } as unknown as Plugin['ui'];
  const widget = await addDialogWidget(ui, 'https://meet.example/runtime.html', (n) => closed.push(n));
  const settle = () => vi.advanceTimersByTimeAsync(60_000);
  return {
    widget,
    toggle,
    closed,
    isVisible: () => isVisible,
    /** Carries out the toggle that waits. */
    async answer(isRefused = false) {
      waiting.shift()?.(isRefused);
      await vi.advanceTimersByTimeAsync(0);
    },
    /** Carries out all, also those that follow. */
    async answerAll() {
      await settle();
      while (waiting.length > 0) {
        waiting.shift()?.(false);
        await settle();
      }
    },
    /** The user's press of the button in the widget's header. */
    close() {
      if (!isVisible) throw new Error('nobody can press what is not on screen');
      const trigger = 'headerCloseButton';
      if (asks) return emit({ isVisible: true, isRequest: true, trigger });
      isVisible = false;
      emit({ isVisible, isRequest: false, trigger });
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe.each([
  ['asks before it closes', { asks: true }],
  ['closes by itself', { asks: false }],
  ['closes by itself and reports no toggles', { asks: false, reports: false }],
])('the widget of dialogs, where Web App 3 %s', (_, edition) => {
  it('is shown, hidden and closed by the user', async () => {
    const on = await stage(edition);
    on.widget.show(1);
    await on.answerAll();
    expect(on.isVisible()).toBe(true);
    on.close();
    await on.answerAll();
    expect(on.isVisible()).toBe(false);
    expect(on.closed).toEqual([1]);
    on.widget.show(2);
    await on.answerAll();
    on.widget.hide();
    await on.answerAll();
    expect(on.isVisible()).toBe(false);
    expect(on.closed).toEqual([1]);
  });

  it('stays hidden when the user closes it while it is being hidden', async () => {
    const on = await stage(edition);
    on.widget.show(1);
    await on.answerAll();
    on.widget.hide();
    on.close();
    await on.answerAll();
    expect(on.isVisible()).toBe(false);
    on.widget.show(2);
    await on.answerAll();
    expect(on.isVisible()).toBe(true);
  });

  it('is shown for a dialog that opens right after the user has closed it', async () => {
    const on = await stage(edition);
    on.widget.show(1);
    await on.answerAll();
    on.close();
    on.widget.show(2);
    await on.answerAll();
    expect(on.isVisible()).toBe(true);
    expect(on.closed).toEqual([1]);
  });

  it('ends where it was wanted last, after quick changes', async () => {
    const on = await stage(edition);
    on.widget.show(1);
    on.widget.hide();
    on.widget.show(2);
    await on.answer();
    on.widget.hide();
    on.widget.show(3);
    on.widget.hide();
    await on.answerAll();
    expect(on.isVisible()).toBe(false);
    expect(on.closed).toEqual([]);
  });

  it('tries again where Web App 3 refuses', async () => {
    const on = await stage(edition);
    on.widget.show(1);
    await on.answer(true);
    await on.answerAll();
    expect(on.isVisible()).toBe(true);
  });
});

it('gives up where Web App 3 refuses for good, until the next dialog', async () => {
  const on = await stage();
  on.widget.show(1);
  for (let n = 0; n < 10; n += 1) {
    await on.answer(true);
    await vi.advanceTimersByTimeAsync(60_000);
  }
  expect(on.toggle).toHaveBeenCalledTimes(5);
  on.widget.show(2);
  await on.answerAll();
  expect(on.isVisible()).toBe(true);
});

it('makes no toggle for a widget that is removed', async () => {
  const on = await stage();
  await on.widget.remove();
  on.widget.show(1);
  expect(on.toggle).not.toHaveBeenCalled();
});
