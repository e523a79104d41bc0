// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Seen } from '../../../../protocol/dock';
import { guardForNow } from './guard-for-now';

describe('attack: a page moves the window of the panel under the pointer', () => {
  const refused = vi.fn();
  const seen = signal<Seen>();
  const clicks = vi.fn();
  const place = { screenX: 100, screenY: 80 };
  let endGuard: () => void;

  /** Time passes; in Firefox, the peer tells of each look. */
  const pass = (milliseconds: number) => {
    for (let left = milliseconds; left > 0; left -= 100) {
      vi.advanceTimersByTime(100);
      seen.value = { clear: true };
    }
  };
  const click = () => document.body.click();

  beforeEach(() => {
    vi.useFakeTimers();
    for (const name of ['screenX', 'screenY'] as const)
      vi.spyOn(window, name, 'get').mockImplementation(() => place[name]);
    document.body.addEventListener('click', clicks);
    endGuard = guardForNow({ seen, watch: () => {}, isOwnWidth: () => false, onRefused: refused });
    pass(1000);
  });
  afterEach(() => {
    endGuard();
    document.body.removeEventListener('click', clicks);
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('and its click is refused, also right after the move', () => {
    click();
    expect([clicks.mock.calls.length, refused.mock.calls.length]).toEqual([1, 0]);
    place.screenX += 40;
    click();
    expect([clicks.mock.calls.length, refused.mock.calls.length]).toEqual([1, 1]);
    pass(400);
    click();
    expect(clicks).toHaveBeenCalledTimes(1);
    pass(600);
    click();
    expect(clicks).toHaveBeenCalledTimes(2);
  });
});
