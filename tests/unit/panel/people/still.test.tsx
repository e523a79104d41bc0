// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { all, byId, eventually, rendered, the } from '../fixture';
import {
  buttons,
  change,
  HOST,
  leavePointer,
  meetingOf,
  movePointer,
  openMenu,
  openPeoplePanel,
  places,
  rows,
  show,
  somebody,
} from './people-panel';

let panel: ReturnType<typeof openPeoplePanel>;
beforeEach(() => {
  panel = openPeoplePanel();
});

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

describe('the focus', () => {
  it('stays in the list when the row that has it goes', async () => {
    await show([carol, bo, alice]);
    the('button', 'Mute Bo').focus();
    await change([], ['bo']);
    await eventually(() => expect(document.activeElement === the('list', 'People')).toBe(true));
  });
});
