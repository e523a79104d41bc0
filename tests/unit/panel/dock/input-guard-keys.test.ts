// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { guardForNow } from './guard-for-now';

describe('keys, while no input counts', () => {
  const refused = vi.fn();
  const heard = vi.fn();
  const stop = new AbortController();

  /** Returns whether the browser was to do what the key does there. */
  const press = ({ isAltGraph = false, ...init }: KeyboardEventInit & { isAltGraph?: boolean }) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
    // That of the DOM here takes each Alt for AltGraph.
    event.getModifierState = (name) => name === 'AltGraph' && isAltGraph;
    return document.body.dispatchEvent(event);
  };

  let endGuard: () => void;
  beforeAll(() => {
    vi.useFakeTimers();
    document.body.addEventListener('keydown', heard, { signal: stop.signal });
    endGuard = guardForNow({ seen: signal(), watch: () => {}, isOwnWidth: () => false, onRefused: refused });
  });
  afterAll(() => {
    stop.abort();
    endGuard();
    vi.useRealTimers();
  });
  beforeEach(() => {
    refused.mockClear();
    heard.mockClear();
  });

  it.each<KeyboardEventInit>([
    { key: 'J', altKey: true, shiftKey: true },
    { key: 'r', ctrlKey: true },
    { key: 'r', metaKey: true },
    { key: 'F5' },
  ])('leave those of the browser to it, and the panel hears none: %o', (init) => {
    expect(press(init)).toBe(true);
    expect([heard.mock.calls.length, refused.mock.calls.length]).toEqual([0, 0]);
  });

  it.each([
    { key: 'Enter' },
    { key: 'Enter', ctrlKey: true },
    { key: 'ArrowDown', altKey: true },
    { key: 'a' },
    { key: '@', ctrlKey: true, altKey: true, isAltGraph: true },
  ])('are refused, and said to be: %o', (init) => {
    expect(press(init)).toBe(false);
    expect(heard).not.toHaveBeenCalled();
    expect(refused).toHaveBeenCalled();
  });

  it('cut and undo nothing by a chord that is left to the browser', () => {
    const edit = new InputEvent('beforeinput', { bubbles: true, cancelable: true, inputType: 'deleteByCut' });
    expect(document.body.dispatchEvent(edit)).toBe(false);
    expect(refused).toHaveBeenCalled();
  });
});
