// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE_FEATURES, PERSON_ACTIONS } from '../../../../protocol/people-features';
import { all, IN_M1, press, the } from '../fixture';
import { acts, IN_MEETING, meetingOf, openMenu, openPeoplePanel, show, somebody } from './people-panel';

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
    const features = PEOPLE_FEATURES.filter((each) => !PERSON_ACTIONS.some((action) => action === each));
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
});
