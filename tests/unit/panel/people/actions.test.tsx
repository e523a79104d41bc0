// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { ACTIONS, PEOPLE_FEATURES } from '../../../../protocol/people-features';
import { all, byId, IN_M1, pass, press, spoken, the, type } from '../fixture';
import {
  acts,
  IN_MEETING,
  meetingOf,
  openMenu,
  openPeoplePanel,
  pending,
  show,
  somebody,
} from './people-panel';

describe('the people', () => {
  let panel: ReturnType<typeof openPeoplePanel>;
  beforeEach(() => {
    panel = openPeoplePanel();
  });

  it.each([
    ['Admit Lobby', { name: 'admit', participantUuid: 'lobby' }],
    ['Deny Lobby', { name: 'disconnect', participantUuid: 'lobby' }],
    ['Mute Alice', { name: 'mute', participantUuid: 'alice', muted: true }],
    ['Lower hand for Wave', { name: 'raise-hand', participantUuid: 'wave', raised: false }],
    ['Unmute Silent', { name: 'mute', participantUuid: 'silent', muted: false }],
    ['Mute all guests', { name: 'mute-all-guests', muted: true }],
    ['Lock the meeting', { name: 'lock', locked: true }],
  ])('are acted upon by the button “%s”', async (label, action) => {
    await show([
      somebody('Lobby', { isWaiting: true }),
      somebody('Alice'),
      somebody('Wave', { raisedHand: true }),
      somebody('Silent', { isMuted: true }),
    ]);
    await press('button', label);
    expect(acts()).toEqual([{ ...action, requestId: expect.any(String) }]);
    expect(panel.sent.at(-1)).toMatchObject({ ...IN_M1, type: 'act' });
  });

  it.each([
    ['Turn off camera for Alice', {}, { name: 'mute-video', muted: true }],
    ['Turn on camera for Alice', { isCameraMuted: true }, { name: 'mute-video', muted: false }],
    ['Spotlight Alice', {}, { name: 'spotlight', active: true }],
    ['Stop spotlight for Alice', { isSpotlight: true }, { name: 'spotlight', active: false }],
    ['Mute Alice', { raisedHand: true }, { name: 'mute', muted: true }],
    ['Make Alice a host', {}, { name: 'set-role', role: 'host' }],
    ['Make Alice a guest', { isHost: true }, { name: 'set-role', role: 'guest' }],
  ])('are acted upon by “%s” of the menu', async (label, over, action) => {
    await show([somebody('Alice', over)]);
    await openMenu('More for Alice');
    await press('button', label);
    expect(acts()).toEqual([{ participantUuid: 'alice', ...action, requestId: expect.any(String) }]);
  });

  it('are sent tones from a keypad, and only tones', async () => {
    await show([somebody('Alice')]);
    await openMenu('More for Alice');
    await press('button', 'Send tones to Alice');
    await press('button', 'Send');
    expect(byId('person-tones-error').textContent).toBe('Enter the tones to send.');
    await type('Tones', '1x');
    await press('button', 'Send');
    expect(byId('person-tones-error').textContent).toContain('x');
    expect(acts()).toEqual([]);
    await type('Tones', '1 ');
    await press('button', 'Tone #');
    await press('button', 'Send');
    expect(acts()).toEqual([
      { name: 'dtmf', participantUuid: 'alice', digits: '1#', requestId: expect.any(String) },
    ]);
    expect(all('dialog')).toEqual([]);
  });

  it('are transferred with an alias, a role and a PIN', async () => {
    await show([somebody('Alice')]);
    await openMenu('More for Alice');
    await press('button', 'Transfer Alice');
    await press('button', 'Transfer', the('dialog', 'Transfer Alice'));
    expect(byId('person-alias-error').textContent).toBe('Enter the alias of a meeting.');
    await type('Meeting alias', ' sales ');
    await type('PIN', '12');
    await press('button', 'Transfer', the('dialog', 'Transfer Alice'));
    expect(acts()).toMatchObject([
      { name: 'transfer', participantUuid: 'alice', alias: 'sales', role: 'guest', pin: '12' },
    ]);
  });

  it('are given an overlay text, which is shown', async () => {
    await show([somebody('Alice', { overlayText: 'Room 7' })]);
    expect(byId('person-alice').textContent).toContain('Overlay text: Room 7');
    await openMenu('More for Alice');
    await press('button', 'Overlay text for Alice');
    await type('Text', '');
    await press('button', 'Apply');
    expect(acts()).toMatchObject([{ name: 'text-overlay', participantUuid: 'alice', text: '' }]);
  });

  it('are removed only after a question', async () => {
    await show([somebody('Alice')]);
    await openMenu('More for Alice');
    await press('button', 'Remove Alice');
    await press('button', 'Cancel', the('dialog', 'Remove Alice from the meeting?'));
    expect(acts()).toEqual([]);
    await openMenu('More for Alice');
    await press('button', 'Remove Alice');
    await press('button', 'Remove', the('dialog', 'Remove Alice from the meeting?'));
    expect(acts()).toMatchObject([{ name: 'disconnect', participantUuid: 'alice' }]);
  });

  it('are all disconnected only after a question', async () => {
    await show([somebody('Alice')]);
    await openMenu('More for everyone');
    await press('button', 'Disconnect everyone');
    expect(acts()).toEqual([]);
    await press('button', 'Disconnect', the('dialog', 'Disconnect everyone?'));
    expect(acts()).toMatchObject([{ name: 'disconnect-all' }]);
  });

  it('who leave while something is asked about them take the question with them', async () => {
    await show([somebody('Alice'), somebody('Bob')]);
    await openMenu('More for Alice');
    await press('button', 'Remove Alice');
    await panel.receivePeople({ meeting: 'm1', isWhole: false, set: [], gone: ['alice'] });
    the('dialog', 'Alice is no longer in the meeting.');
    expect(all('button', 'Remove')).toEqual([]);
  });

  it('who wait are all admitted by one button', async () => {
    await show([somebody('One', { isWaiting: true }), somebody('Two', { isWaiting: true })]);
    await press('button', 'Admit all');
    expect(acts()).toMatchObject([
      { name: 'admit', participantUuid: 'one' },
      { name: 'admit', participantUuid: 'two' },
    ]);
  });

  describe('who wait in great numbers', () => {
    const lobby = Array.from({ length: 40 }, (_, at) => somebody(`Person ${at}`, { isWaiting: true }));
    const isIn = (from: number, to: number) =>
      panel.receivePeople({
        meeting: 'm1',
        isWhole: false,
        set: lobby.slice(from, to).map((person) => ({ ...person, isWaiting: false })),
        gone: [],
      });

    it('are admitted in steps, also behind another tab', async () => {
      await show(lobby);
      await press('button', 'Admit all');
      expect(acts()).toHaveLength(16);
      expect(the('region', 'People').textContent).toContain('24 left');
      await press('button', 'Admit all');
      expect(acts()).toHaveLength(16);
      await press('tab', 'Chat');
      await isIn(0, 3);
      expect(acts()).toHaveLength(19);
      await isIn(3, 16);
      await isIn(16, 32);
      expect(acts()).toMatchObject(lobby.map(({ uuid }) => ({ name: 'admit', participantUuid: uuid })));
    });

    it('are stopped by a button of a line of its own, behind the one that has begun', async () => {
      await show(lobby);
      await press('button', 'Admit all');
      const [begin, stop] = [the('button', 'Admit all'), the('button', 'Stop admitting')];
      expect(begin.nextElementSibling?.contains(stop)).toBe(true);
    });

    it('stay where they are once it is stopped', async () => {
      await show(lobby);
      await press('button', 'Admit all');
      await press('button', 'Stop admitting');
      await isIn(0, 16);
      expect(acts()).toHaveLength(16);
      expect(all('button', 'Stop admitting')).toEqual([]);
    });

    it('are asked for no longer once as many were refused, and each refusal is shown', async () => {
      await show(lobby);
      await press('button', 'Admit all');
      const refused = acts().map((action) => pending(action, { error: 'no' }));
      await panel.receive(meetingOf(lobby, { actions: refused.slice(0, 4) }));
      expect(acts()).toHaveLength(20);
      await panel.receive(meetingOf(lobby, { actions: refused }));
      expect(acts()).toHaveLength(20);
      expect(all('button', 'Stop admitting')).toEqual([]);
      expect(document.querySelectorAll('.person-note')).toHaveLength(16);
    });

    it('of another load of the meeting are not asked for', async () => {
      await show(lobby);
      await press('button', 'Admit all');
      await panel.receive(meetingOf(lobby, { load: 1 }));
      await isIn(0, 16);
      expect(acts()).toHaveLength(16);
    });
  });

  it('offer what the user can do about themselves, whatever the roster allows', async () => {
    await show([somebody('Me', { can: {} })], { self: { participantUuid: 'me', isHost: false } });
    await openMenu('More for Me');
    await press('button', 'Raise hand for Me');
    await press('button', 'Mute Me');
    the('button', 'Turn off camera for Me');
    expect(all('button', 'Remove Me')).toEqual([]);
    expect(all('button', 'Lock the meeting')).toEqual([]);
    expect(acts()).toMatchObject([{ name: 'raise-hand', raised: true }, { name: 'mute' }]);
  });

  it('offer nothing that the plugin has not announced or the roster does not allow', async () => {
    const features = PEOPLE_FEATURES.filter((each) => !ACTIONS.some((action) => action === each));
    const people = [somebody('Alice'), somebody('Lobby', { isWaiting: true })];
    await show(people, { plugin: { ...IN_MEETING, features } });
    const offered = () =>
      all('button', undefined, the('region', 'People')).map((each) => each.getAttribute('aria-label'));
    expect(offered()).toEqual([]);
    await panel.receive(meetingOf(people, { self: { participantUuid: 'me', isHost: false } }));
    await panel.receivePeople({
      meeting: 'm1',
      isWhole: true,
      set: people.map((person) => ({ ...person, can: {} })),
      gone: [],
    });
    expect(offered()).toEqual([]);
    await panel.receive(meetingOf(people, { self: { participantUuid: 'me', isHost: true } }));
    expect(offered().slice(-3)).toEqual(['Admit Lobby', 'Make Alice a host', 'More for Alice']);
  });

  describe('after a press', () => {
    const alice = somebody('Alice');
    const mute = { name: 'mute', participantUuid: 'alice', muted: true };
    const note = () => byId('person-alice').querySelector('.person-note')?.textContent;

    it('show that it is under way, until the roster confirms it or too long', async () => {
      await show([alice], { actions: [pending(mute)] });
      expect(note()).toBe('In progress: Mute');
      expect(all('button', 'Mute Alice')).toHaveLength(1);
      await pass(11);
      expect(note()).toContain('Not confirmed: Mute');
      await panel.receive(meetingOf([alice], { actions: [] }));
      expect(note()).toBeUndefined();
    });

    it('show a refusal in the node’s words, say it once, and forget it when it was read', async () => {
      await show([alice], { actions: [pending(mute, { error: 'not now' })] });
      expect(note()).toContain('Not done: Mute. not now');
      expect(spoken()).toEqual(['Alice: Not done: Mute. not now']);
      await press('button', 'Dismiss the message about Alice');
      expect(panel.sent.at(-1)).toEqual({ type: 'dismiss', ...IN_M1, requestId: 'r1' });
    });

    it('show what is about everybody above the lists', async () => {
      await show([alice], { actions: [pending({ name: 'lock', locked: true }, { error: 'no' })] });
      expect(the('region', 'People').textContent).toContain('Not done: Lock. no');
    });

    it('say of tones that they are on their way, and nothing afterwards', async () => {
      await show([alice], { actions: [pending({ name: 'dtmf', participantUuid: 'alice', digits: '1' })] });
      expect(note()).toBe('In progress: Send tones');
      await pass(3);
      expect(note()).toBeUndefined();
    });

    it('say that nothing was done where the meeting was another by then', async () => {
      await show([alice]);
      await press('button', 'Mute Alice');
      const [action] = acts();
      await panel.sayWith({ refused: [action?.requestId ?? ''] }, meetingOf([alice]));
      expect(note()).toContain('You left the meeting, or it was reloaded.');
      await press('button', 'Dismiss the message about Alice');
      expect(note()).toBeUndefined();
    });
  });
});
