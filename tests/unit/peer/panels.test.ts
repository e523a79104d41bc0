import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPanels } from '../../../peer/panels';
import type { PeerState } from '../../../protocol/panel';

beforeEach(() => vi.useFakeTimers({ now: 1_000 }));
afterEach(() => vi.useRealTimers());

const open = () => {
  const posts: unknown[] = [];
  const panels = createPanels(
    () => ({ type: 'state' }) as PeerState,
    () => {},
    () => {},
    new AbortController().signal,
  );
  panels.add({ post: (state) => posts.push(state), onMessage: () => {}, onClose: () => {}, close: () => {} });
  return { panels, posts };
};

it('a panel is told at once that it is there, and of a first change behind what caused it', () => {
  const { panels, posts } = open();
  expect(posts).toHaveLength(1);
  vi.advanceTimersByTime(20);
  panels.changed();
  expect(posts).toHaveLength(1);
  vi.advanceTimersByTime(0);
  expect(posts).toHaveLength(2);
});

it('a panel is told of thousands of changes once a frame, and of the last', () => {
  const { panels, posts } = open();
  vi.advanceTimersByTime(20);
  for (let millisecond = 0; millisecond < 100; millisecond++) {
    for (let change = 0; change < 50; change++) panels.changed();
    vi.advanceTimersByTime(1);
  }
  expect(posts.length).toBeGreaterThan(5);
  expect(posts.length).toBeLessThan(10);
  const before = posts.length;
  panels.changed();
  vi.advanceTimersByTime(16);
  expect(posts.length).toBe(before + 1);
});
