// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guardInput } from '../../../../panel/dock/input-guard';
import type { Seen } from '../../../../protocol/dock';

const SETTLED_MS = 500;
const LOOK_MS = 100;

const seen = signal<Seen>();
const onRefused = vi.fn();
const onDial = vi.fn();
const field = document.createElement('input');
const dial = document.createElement('button');

/** The peer looks as often as that takes, and sees this each time. */
function look(what: Seen, ms: number): void {
  for (let at = 0; at < ms; at += LOOK_MS) {
    seen.value = { ...what };
    vi.advanceTimersByTime(LOOK_MS);
  }
}

beforeEach(() => {
  if (!vi.isFakeTimers()) vi.useFakeTimers();
  if (!document.body.contains(dial)) {
    document.body.append(field, dial);
    dial.addEventListener('click', onDial);
    guardInput({ seen, watch: () => {}, isOwnWidth: () => false, onRefused });
  }
  look({ clear: true, front: true }, SETTLED_MS + LOOK_MS);
  vi.clearAllMocks();
});
afterEach(() => vi.clearAllMocks());

describe('attack: the second click of a double click on a window that was over the panel', () => {
  it('lets a click through after the panel has been in sight and in front for a while', () => {
    dial.click();
    expect(onDial).toHaveBeenCalledOnce();
    expect(onRefused).not.toHaveBeenCalled();
  });

  it('refuses a click while another window is in front', () => {
    look({ clear: true, front: false }, LOOK_MS);
    dial.click();
    expect(onDial).not.toHaveBeenCalled();
    expect(onRefused).toHaveBeenCalledOnce();
  });

  it('refuses a click within half a second after the other window has gone', () => {
    look({ clear: true, front: false }, LOOK_MS);
    look({ clear: true, front: true }, SETTLED_MS - LOOK_MS);
    dial.click();
    expect(onDial).not.toHaveBeenCalled();
    look({ clear: true, front: true }, 2 * LOOK_MS);
    dial.click();
    expect(onDial).toHaveBeenCalledOnce();
  });

  it('lets a click into a field through from another window, to paste there', () => {
    look({ clear: true, front: false }, LOOK_MS);
    field.click();
    expect(onRefused).not.toHaveBeenCalled();
  });

  it('refuses a click into a field while something covers the panel', () => {
    look({ clear: false, front: true }, LOOK_MS);
    field.click();
    expect(onRefused).toHaveBeenCalledOnce();
  });
});
