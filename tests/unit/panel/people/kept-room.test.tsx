// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { all, byId, eventually, rendered, the, type } from '../fixture';
import {
  change,
  leavePointer,
  meetingOf,
  openPeoplePanel,
  pending,
  places,
  show,
  somebody,
} from './people-panel';

let panel: ReturnType<typeof openPeoplePanel>;
beforeEach(() => {
  panel = openPeoplePanel();
});

const [alice, bo, carol] = [somebody('Alice'), somebody('Bo'), somebody('Carol')];

describe('while the pointer is in the lists, however long it rests', () => {
  const lobby = ['Wa', 'Wb'].map((name) => somebody(name, { isWaiting: true }));
  const [wa] = lobby;
  const fire = async (type: string, target: Element, pointerType: string) => {
    const event = Object.assign(new Event(type, { bubbles: type !== 'pointerleave' }), { pointerType });
    target.dispatchEvent(event);
    await rendered();
  };
  /** Comes over the row of Bo, and moves no more. */
  const comeOver = (target: Element = byId('person-bo')) => fire('pointerover', target, 'mouse');
  const says = (uuid: string) => document.querySelector(`[data-id="${uuid}"]`)?.textContent;
  const heightOf = (uuid: string) => byId(`person-${uuid}`).style.height;

  beforeEach(async () => {
    // This document lays nothing out.
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 300, 50));
    await show([carol, bo, alice, ...lobby]);
  });
  afterEach(() => vi.restoreAllMocks());

  it('who leaves keeps the room, by name, and only for the eyes', async () => {
    await comeOver();
    await change([], ['alice', 'wa']);
    expect(places('People')).toEqual(['-', 'Bo', 'Carol']);
    expect(places('Waiting')).toEqual(['-', 'Wb']);
    expect(says('alice')).toBe('AliceLeft');
    const room = document.querySelector<HTMLElement>('[data-id="alice"]');
    expect(room?.style.height).toBe('50px');
    expect(byId('person-bo').getAttribute('aria-posinset')).toBe('1');
    expect(byId('person-bo').getAttribute('aria-setsize')).toBe('2');
    await leavePointer();
    expect(places('People')).toEqual(['Bo', 'Carol']);
    expect(places('Waiting')).toEqual(['Wb']);
  });

  it('who is the last to wait leaves the list where it is, with nothing to press', async () => {
    await comeOver();
    await change([], ['wb']);
    if (wa) await change([{ ...wa, isWaiting: false }]);
    expect(says('wa')).toBe('WaIn the meeting');
    expect(places('Waiting')).toEqual(['-', '-']);
    expect(all('button', undefined, the('list', 'Waiting'))).toEqual([]);
    expect(the('button', 'Admit all').hasAttribute('disabled')).toBe(true);
    await leavePointer();
    expect(all('list', 'Waiting')).toEqual([]);
  });

  it('who comes back has the same row again', async () => {
    await comeOver();
    await change([], ['alice']);
    await change([alice]);
    expect(places('People')).toEqual(['Alice', 'Bo', 'Carol']);
  });

  it('who is found by a search keeps the room as well, under the name or another', async () => {
    await change(Array.from({ length: 8 }, (_, at) => somebody(`Bob ${at}`)));
    await type('Search people', 'bo');
    const before = places('People');
    await comeOver();
    await change([{ ...bo, displayName: 'Zoe' }], ['bob 0']);
    expect(places('People')).toEqual(before.map((name) => ({ Bo: 'Zoe', 'Bob 0': '-' })[name ?? ''] ?? name));
    await type('Search people', 'zoe');
    expect(places('People')).toEqual(['Zoe']);
  });

  it('the rows above the pointer keep their heights, and the others need not', async () => {
    await comeOver();
    expect(['wa', 'wb', 'alice', 'bo', 'carol'].map(heightOf)).toEqual(['50px', '50px', '50px', '', '']);
    await comeOver(byId('person-wb'));
    expect(['wa', 'wb', 'alice', 'bo', 'carol'].map(heightOf)).toEqual(['50px', '', '', '', '']);
    await leavePointer();
    expect(heightOf('wa')).toBe('');
  });

  it('a row above the pointer grows for what went wrong', async () => {
    await comeOver();
    const action = { name: 'mute', participantUuid: 'alice', muted: true };
    await panel.receive(meetingOf([carol, bo, alice], { actions: [pending(action, { error: 'no' })] }));
    await rendered();
    expect(heightOf('alice')).toBe('');
    expect(heightOf('wa')).toBe('50px');
  });

  it('what went wrong with an action about everybody keeps its room once it is no longer so', async () => {
    const failed = pending({ name: 'mute-all-guests', muted: true }, { error: 'no' });
    await panel.receive(meetingOf([carol, bo, alice], { actions: [failed] }));
    await comeOver();
    await panel.receive(meetingOf([carol, bo, alice]));
    expect(document.querySelectorAll('.note-room')).toHaveLength(1);
    await leavePointer();
    expect(document.querySelectorAll('.note-room')).toHaveLength(0);
  });

  it('a finger keeps them still as well, and until its click has followed', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    await fire('pointerover', the('button', 'Admit Wa'), 'touch');
    await fire('pointerdown', the('button', 'Admit Wa'), 'touch');
    await change([], ['wa']);
    expect(places('Waiting')).toEqual(['-', 'Wb']);
    await fire('pointerleave', the('region', 'People'), 'touch');
    expect(places('Waiting')).toEqual(['-', 'Wb']);
    const [then] = timers.mock.calls.findLast(([, delay]) => delay === 1_500) ?? [];
    then?.();
    await rendered();
    expect(places('Waiting')).toEqual(['Wb']);
  });

  it('the focus goes from the row that has it to its list', async () => {
    await comeOver();
    the('button', 'Mute Alice').focus();
    await change([], ['alice']);
    await eventually(() => expect(document.activeElement === the('list', 'People')).toBe(true));
  });
});
