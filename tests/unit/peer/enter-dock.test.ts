import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { provide } from '../../../browser/script-registry';
import type { DockOwner } from '../../../peer/dock/dock';
import { inPage, page } from './late-peer';

inPage();

let dock: DockOwner | undefined;
beforeEach(() => {
  provide('dock-host', (_: Window, owner: DockOwner) => {
    dock = owner;
    return { want() {} };
  });
});
afterEach(() => {
  provide('dock-host', undefined);
  dock = undefined;
});

/** A page whose plugin asks for the chat; the page, and where its focus is. */
function pressed({ isActive = true, focused = 'meeting' as 'meeting' | 'input' | 'body' } = {}) {
  const made = page();
  const { top, iframe, peer, say, meeting, ready } = made;
  peer.keepDock(true);
  ready();
  top.navigator.userActivation.isActive = isActive;
  top.document.activeElement = focused === 'meeting' ? iframe : { localName: focused };
  say('toggle-chat', { active: true });
  return { ...made, mayEnter: () => dock?.mayEnter(meeting().id) };
}

describe('the dock that asks for the keyboard', () => {
  it('gets it once after the user has pressed Chat in the meeting', () => {
    const { mayEnter } = pressed();
    expect(mayEnter()).toBe(true);
    expect(mayEnter()).toBe(false);
  });

  it('gets it for each press', () => {
    const { mayEnter, say } = pressed();
    mayEnter();
    say('toggle-chat', { active: false });
    say('toggle-chat', { active: true });
    expect(mayEnter()).toBe(true);
  });

  it('does not get it if a frame posts the press without the user', () => {
    expect(pressed({ isActive: false }).mayEnter()).toBe(false);
  });

  it.each(['input', 'body'] as const)(
    'does not get it while the focus is in the page, in its %s',
    (focused) => {
      expect(pressed({ focused }).mayEnter()).toBe(false);
    },
  );

  it('does not get it for a chat message, also right after a click in the meeting', () => {
    const { mayEnter, say } = pressed();
    mayEnter();
    say('message', { id: 'a', at: 1, text: 'Hello', displayName: 'Bob', own: false });
    expect(mayEnter()).toBe(false);
  });

  it('does not get it long after the press', () => {
    const { mayEnter } = pressed();
    vi.advanceTimersByTime(11_000);
    expect(mayEnter()).toBe(false);
  });

  it('does not get it for another meeting', () => {
    pressed();
    expect(dock?.mayEnter('meeting-2')).toBe(false);
  });
});
