// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { the } from '../fixture';
import {
  leavePointer,
  meetingOf,
  movePointer,
  openPeoplePanel,
  pending,
  show,
  somebody,
} from './people-panel';

let panel: ReturnType<typeof openPeoplePanel>;
beforeEach(() => {
  panel = openPeoplePanel();
});

const [alice, bo] = [somebody('Alice'), somebody('Bo')];

describe('what is about everybody', () => {
  const lock = pending({ name: 'lock', locked: true });
  const become = (over: Parameters<typeof meetingOf>[1]) => panel.receive(meetingOf([alice, bo], over));
  const note = () => document.querySelector('.note-room');
  const labels = () =>
    [...document.querySelectorAll<HTMLElement>('.for-all > .small')].map(({ textContent, dataset }) =>
      [textContent, dataset.room].sort(),
    );
  const states = () => [...document.querySelectorAll('.meeting-states > *')];
  beforeEach(() => show([alice, bo]));

  it('has the room of each of its states from the start, and shows those that are so', async () => {
    expect(states().map((each) => each.getAttribute('aria-hidden'))).toEqual(['true', 'true']);
    await become({ conference: { locked: true } });
    expect(states().map((each) => each.getAttribute('aria-hidden'))).toEqual(['true', null]);
    expect(states()[1]?.textContent).toBe('Locked');
    await become({ conference: { guestsMuted: true } });
    expect(states().map((each) => each.getAttribute('aria-hidden'))).toEqual([null, 'true']);
    expect(states()[0]?.textContent).toBe('Guests muted');
  });

  it('has buttons with the room of their other label', async () => {
    const before = labels();
    expect(before).toEqual([
      ['Mute all guests', 'Unmute all guests'],
      ['Lock', 'Unlock'],
    ]);
    await become({ conference: { locked: true, guestsMuted: true } });
    expect(labels()).toEqual(before);
    expect(the('button', 'Unlock the meeting').textContent).toBe('Unlock');
  });

  it('shows what becomes of a press at once where the pointer is on the button', async () => {
    await movePointer(the('button', 'Lock the meeting'));
    await become({ actions: [lock] });
    expect(note()?.textContent).toBe('In progress: Lock');
    await become({});
    expect(note()).toBeNull();
  });

  it('moves no row while the pointer moves over one', async () => {
    await become({ actions: [lock] });
    await movePointer(the('button', 'Mute Bo'));
    await become({});
    expect(note()?.getAttribute('aria-hidden')).toBe('true');
    await leavePointer();
    expect(note()).toBeNull();
    await movePointer(the('button', 'Mute Bo'));
    await become({ actions: [{ ...lock, error: 'no' }] });
    expect(note()).toBeNull();
    await leavePointer();
    expect(note()?.textContent).toContain('Not done: Lock. no');
  });
});
