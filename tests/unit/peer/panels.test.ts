import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPanels } from '../../../peer/panel-server/panels';
import type { PeerState } from '../../../protocol/panel';

beforeEach(() => vi.useFakeTimers({ now: 1_000 }));
afterEach(() => vi.useRealTimers());

/** What real links keep to is in `tests/browser/link-contract.test.ts`; here is what stands behind them. */
const open = () => {
  const posts: unknown[] = [];
  const stop = new AbortController();
  const panels = createPanels(
    () => ({ type: 'state' }) as PeerState,
    { onSent: () => {}, onGone: () => {} },
    stop.signal,
  );
  let leave = () => {};
  const close = vi.fn();
  panels.add({
    post: (state) => posts.push(state),
    onMessage: () => {},
    onClose: (listener) => {
      leave = listener;
    },
    close,
  });
  return { panels, posts, stop, close, leave: () => leave() };
};

it('sends the state to a new panel at once, and a change after the answer to its cause has arrived', () => {
  const { panels, posts } = open();
  expect(posts).toHaveLength(1);
  vi.advanceTimersByTime(20);
  panels.stateChanged();
  vi.advanceTimersByTime(3);
  expect(posts).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(posts).toHaveLength(2);
});

it('a panel is told of thousands of changes once a frame, and of the last', () => {
  const { panels, posts } = open();
  vi.advanceTimersByTime(20);
  for (let millisecond = 0; millisecond < 100; millisecond++) {
    for (let change = 0; change < 50; change++) panels.stateChanged();
    vi.advanceTimersByTime(1);
  }
  expect(posts.length).toBeGreaterThan(5);
  expect(posts.length).toBeLessThan(10);
  const before = posts.length;
  panels.stateChanged();
  vi.advanceTimersByTime(16);
  expect(posts.length).toBe(before + 1);
});

it('a panel that has gone is told nothing more', () => {
  const { panels, posts, leave } = open();
  leave();
  panels.stateChanged();
  vi.advanceTimersByTime(100);
  expect(panels.count).toBe(0);
  expect(posts).toHaveLength(1);
});

it('panels end with the peer', () => {
  const { panels, stop, close } = open();
  stop.abort();
  expect(panels.count).toBe(0);
  expect(close).toHaveBeenCalledOnce();
});
