// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Participant } from '../../../../protocol/people';
import { all, byId, eventually, rendered, the, type } from '../fixture';
import { HOST, meetingOf, openMenu, openPeoplePanel, pending, rows, show, somebody } from './people-panel';

let panel: ReturnType<typeof openPeoplePanel>;
beforeEach(() => {
  panel = openPeoplePanel();
});

const change = async (set: readonly Participant[], gone: readonly string[] = []) => {
  await panel.receivePeople({ meeting: 'm1', isWhole: false, set, gone });
  await rendered();
};
const movePointer = async (over = byId('view-people').querySelector('.people')) => {
  over?.dispatchEvent(new Event('pointermove', { bubbles: true }));
  await rendered();
};
const leavePointer = async () => {
  the('region', 'People').dispatchEvent(new Event('pointerleave'));
  await rendered();
};
/** The rows as they stand below each other; `-` is the room of somebody who has left. */
const places = (list: string) =>
  [...the('list', list).children].map((row) => row.querySelector('bdi')?.textContent ?? '-');
const buttons = () =>
  all('button', undefined, byId('person-alice')).map((each) => each.getAttribute('aria-label'));

const [alice, bo, carol] = [somebody('Alice'), somebody('Bo'), somebody('Carol')];

describe('while the pointer moves over the people', () => {
  beforeEach(() => show([carol, bo, alice]));

  it('who leaves keeps the room, and who comes stands at the end', async () => {
    expect(places('People')).toEqual(['Alice', 'Bo', 'Carol']);
    await movePointer();
    await change([somebody('Dave', { joinedAt: Date.now() + 1 })], ['alice']);
    expect(places('People')).toEqual(['-', 'Bo', 'Carol', 'Dave']);
    expect(the('heading', 'In the meeting 3')).toBeDefined();
    await leavePointer();
    expect(places('People')).toEqual(['Dave', 'Bo', 'Carol']);
  });

  it('nobody is pushed away by who is admitted or begins to wait', async () => {
    const [lobby, late] = ['Lobby', 'Late'].map((name) => somebody(name, { isWaiting: true }));
    if (!lobby || !late) throw new Error('Nobody waits.');
    await change([lobby]);
    await movePointer();
    await change([{ ...lobby, isWaiting: false }, late]);
    expect(places('Waiting')).toEqual(['-']);
    expect(places('People').at(-1)).toBe('Lobby');
    the('button', 'Admit all').click();
    expect(panel.sent.filter(({ type }) => type === 'act')).toEqual([]);
    await leavePointer();
    expect(rows('Waiting')).toEqual(['Late']);
  });

  it('nobody of another meeting keeps a place', async () => {
    await movePointer();
    const dave = somebody('Dave');
    await panel.receive(meetingOf([dave], { load: 1 }));
    await panel.receivePeople({ meeting: 'm1', isWhole: true, set: [dave], gone: [] });
    await rendered();
    expect(places('People')).toEqual(['Dave']);
  });

  it('a hand that is raised or lowered brings no other button under it', async () => {
    await movePointer();
    await change([{ ...alice, raisedHand: true }]);
    expect(buttons()[0]).toBe('Mute Alice');
    await leavePointer();
    expect(buttons()[0]).toBe('Lower hand for Alice');
    await movePointer();
    await change([{ ...alice, raisedHand: false }]);
    expect(buttons()[0]).toBe('Lower hand for Alice');
    await leavePointer();
    expect(buttons()[0]).toBe('Mute Alice');
  });
});

describe('while the pointer rests', () => {
  /** Moves it over something, and returns what happens once it has rested for as long. */
  const restOver = async (target: HTMLElement) => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    await movePointer(target);
    const waits = new Map(timers.mock.calls.map(([then, delay]) => [delay, then] as const));
    timers.mockRestore();
    return async (delay: number) => {
      waits.get(delay)?.();
      await rendered();
    };
  };
  const dave = somebody('Dave', { joinedAt: Date.UTC(2030, 0, 1) });
  beforeEach(() => show([carol, bo, alice]));

  it('who comes stands at the top soon', async () => {
    const restFor = await restOver(byId('person-bo'));
    await change([dave]);
    await restFor(1_500);
    expect(places('People')[0]).toBe('Dave');
  });

  it('on a button of a person, nobody is pushed away while somebody thinks about it', async () => {
    const restFor = await restOver(the('button', 'Mute Bo'));
    await change([dave]);
    await restFor(1_500);
    expect(places('People')).toEqual(['Alice', 'Bo', 'Carol', 'Dave']);
    await restFor(10_000);
    expect(places('People')[0]).toBe('Dave');
  });
});

describe('while the menu of a person is open', () => {
  const items = () =>
    all('button', undefined, byId('person-alice-menu')).map((each) => each.getAttribute('aria-label'));

  it('nothing in it moves', async () => {
    await show([alice, bo], { self: HOST });
    await openMenu('More for Alice');
    const before = items();
    await change([{ ...alice, raisedHand: true, isHost: true, isMuted: true }]);
    expect(items()).toEqual(before);
  });

  it('the rows keep their order, also when others leave', async () => {
    await show([carol, bo, alice]);
    await openMenu('More for Alice');
    await change([], ['bo']);
    await change([{ ...carol, raisedHand: true }]);
    expect(places('People')).toEqual(['Alice', '-', 'Carol']);
  });
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

describe('the focus', () => {
  it('stays in the list when the row that has it goes', async () => {
    await show([carol, bo, alice]);
    the('button', 'Mute Bo').focus();
    await change([], ['bo']);
    await eventually(() => expect(document.activeElement === the('list', 'People')).toBe(true));
  });
});

describe('a name', () => {
  it.each([
    ['\u202eecilA\u202c', 'Mute ecilA'],
    ['Ann\u2069\u200f!', 'Mute Ann!'],
    ['Ann\r\n\tLee', 'Mute Ann Lee'],
    ['  ', 'Mute No name'],
    ['\u200b\u3164\u2800', 'Mute No name'],
    ['👩‍🚀', 'Mute 👩‍🚀'],
    [`Ann${'\u3164'.repeat(200)}Lee`, 'Mute Ann Lee'],
    [`A${'\u0301'.repeat(200)}nn`, `Mute A${'\u0301'.repeat(4)}nn`],
    ['<b>Bo</b>', 'Mute <b>Bo</b>'],
    ['أحمد', 'Mute أحمد'],
  ])('%j is %j on a button', async (displayName, label) => {
    await show([somebody('Alice', { displayName })]);
    expect(buttons()[0]).toBe(label);
  });

  it('can be that of several', async () => {
    const twins = ['one', 'two'].map((uuid) => somebody('Ann', { uuid }));
    await panel.receive(meetingOf(twins));
    await show(twins);
    expect(rows('People')).toEqual(['Ann', 'Ann']);
  });
});
