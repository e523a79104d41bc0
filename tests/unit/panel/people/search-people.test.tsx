// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { all, eventually, rendered, the, type } from '../fixture';
import {
  change,
  leavePointer,
  meetingOf,
  movePointer,
  openPeoplePanel,
  rows,
  show,
  somebody,
} from './people-panel';

let panel: ReturnType<typeof openPeoplePanel>;
beforeEach(() => {
  panel = openPeoplePanel();
});

describe('the field to search people', () => {
  const people = Array.from({ length: 10 }, (_, at) => somebody(`Person ${at}`));
  const nine = people.slice(0, 9);
  const [, , , , aimedAt, , , , , tenth] = people;
  const isThere = () => all('textbox', 'Search people').length === 1;
  const joinTenth = () => change(tenth ? [tenth] : []);

  it('comes with the tenth person where nobody is at a row', async () => {
    await show(nine);
    await joinTenth();
    expect(isThere()).toBe(true);
  });

  it('does not come while the pointer is over a row, however long, but once it has left', async () => {
    await show(nine);
    const timers = vi.spyOn(globalThis, 'setTimeout');
    await movePointer(the('button', `Mute ${aimedAt?.displayName}`));
    const then = timers.mock.calls.find(([, delay]) => delay === 10_000)?.[0];
    timers.mockRestore();
    await joinTenth();
    expect(isThere()).toBe(false);
    if (!then) throw new Error('The rest of the pointer has no end.');
    then();
    await rendered();
    expect(isThere()).toBe(false);
    await leavePointer();
    expect(isThere()).toBe(true);
  });

  it('does not come while a row has the focus of the keyboard, but once it has left the rows', async () => {
    await show(nine);
    the('button', 'Mute Person 4').focus();
    await joinTenth();
    expect(isThere()).toBe(false);
    the('button', 'Mute Person 5').focus();
    await rendered();
    expect(isThere()).toBe(false);
    the('button', 'Lock the meeting').focus();
    await eventually(() => expect(isThere()).toBe(true));
  });

  it('stays with its text when fewer than ten are left', async () => {
    await show(people);
    await type('Search people', 'person 3');
    await change([], ['person 9']);
    expect(isThere()).toBe(true);
    expect(rows('People')).toEqual(['Person 3']);
  });

  it('is not there in another meeting of fewer than ten', async () => {
    await show(people);
    await panel.receive(meetingOf(nine, { id: 'm2' }));
    await panel.receivePeople({ meeting: 'm2', isWhole: true, set: nine, gone: [] });
    await eventually(() => expect(rows('People')).toHaveLength(9));
    expect(isThere()).toBe(false);
  });
});
