import { describe, expect, it } from 'vitest';
import { hangUp } from '../../../peer/calls';
import { newPeople, onPeopleMessage, unsentPeople } from '../../../peer/people';
import { act, dismiss } from '../../../peer/person-actions';
import { onPluginMessage } from '../../../peer/reducer';
import { canHangUp } from '../../../protocol/calls';
import type { Link } from '../../../protocol/link';
import { type Meeting, newMeeting, type PendingAction } from '../../../protocol/meeting';
import type { PluginMessage } from '../../../protocol/messages';
import { parsePluginMessage } from '../../../protocol/parse-plugin-message';
import { PERSON_ACTIONS } from '../../../protocol/people-features';
import { DIALECTS } from '../../../protocol/wire';

const link = (): Link => ({ post: () => {}, onMessage: () => {}, onClose: () => {}, close: () => {} });

/** A meeting with its people, as the peer applies messages to them. */
function follow() {
  const people = newPeople();
  let meeting: Meeting = newMeeting('meeting-1');
  return {
    people,
    get meeting() {
      return meeting;
    },
    receive(...messages: PluginMessage[]) {
      for (const message of messages)
        meeting = onPeopleMessage(people, onPluginMessage(meeting, message, 1).meeting, message, 1);
      return meeting;
    },
    press(action: PendingAction['action']) {
      const result = act(meeting, action, 2);
      meeting = result.meeting;
      return result.messages;
    },
    with(over: Partial<Meeting>) {
      meeting = { ...meeting, ...over };
    },
    dismiss(requestId: string) {
      meeting = dismiss(meeting, requestId).meeting;
    },
  };
}

const alice = { uuid: 'alice', displayName: 'Alice' };
const bob = { uuid: 'bob', displayName: 'Bob', isWaiting: true };
const roster = (...participants: Extract<PluginMessage, { name: 'roster' }>['participants']) =>
  ({ name: 'roster', participants }) as const;

describe('the people of a meeting', () => {
  it('counts who is there, waits and raises a hand, by lists and by changes', () => {
    const { receive } = follow();
    expect(receive(roster(alice, bob)).people).toEqual({ total: 2, waiting: 1, raised: 0 });
    const raised = { ...alice, raisedHand: true };
    receive({ name: 'roster-change', updated: [raised, { ...bob, isWaiting: false }] });
    expect(receive({ name: 'roster-change', joined: [{ uuid: 'carol' }] }).people).toEqual({
      total: 3,
      waiting: 0,
      raised: 1,
    });
    expect(receive({ name: 'roster-change', left: ['alice', 'nobody'] }).people).toEqual({
      total: 2,
      waiting: 0,
      raised: 0,
    });
  });

  it('counts a roster or self as being in the meeting', () => {
    const { receive } = follow();
    expect(receive(roster(alice)).plugin).toMatchObject({ inMeeting: true });
    expect(follow().receive({ name: 'self', participantUuid: 'me' }).plugin).toMatchObject({
      inMeeting: true,
    });
  });

  it('forgets everybody once the meeting is left or the plugin was loaded anew', () => {
    for (const end of [{ name: 'disconnected' }, { name: 'ready' }] as const) {
      const panel = link();
      const { receive, people } = follow();
      people.unsent.set(panel, 'all');
      receive(roster(alice), { name: 'self', participantUuid: 'alice' });
      unsentPeople(people, 'meeting-1', panel);
      expect(receive(end)).toMatchObject({ people: undefined, self: undefined });
      expect(unsentPeople(people, 'meeting-1', panel)).toMatchObject({ isWhole: true, set: [] });
    }
  });

  it('sends a panel everybody once, then only what changed', () => {
    const panel = link();
    const { receive, people } = follow();
    receive(roster(alice, bob));
    people.unsent.set(panel, 'all');
    const unsent = () => unsentPeople(people, 'meeting-1', panel);
    expect(unsent()).toMatchObject({ isWhole: true, set: [alice, bob], gone: [] });
    expect(unsent()).toBeUndefined();
    receive(roster({ ...alice }, { ...bob, isWaiting: false }));
    expect(unsent()).toMatchObject({ isWhole: false, set: [{ uuid: 'bob', isWaiting: false }], gone: [] });
    receive({ name: 'roster-change', left: ['alice'] });
    expect(unsent()).toMatchObject({ set: [], gone: ['alice'] });
    expect(unsentPeople(people, 'meeting-1', link())).toBeUndefined();
  });
});

describe('an action on people', () => {
  const mute = { name: 'mute', participantUuid: 'alice', muted: true, requestId: 'r1' } as const;

  it('is under way until the roster shows its effect', () => {
    const at = follow();
    at.receive(roster(alice, bob));
    expect(at.press(mute)).toEqual([mute]);
    expect(at.receive(roster(alice)).actions).toEqual([{ action: mute, at: 2 }]);
    expect(at.receive(roster({ ...alice, isMuted: true })).actions).toEqual([]);
  });

  it('keeps the reason of its refusal until the user has read it', () => {
    const at = follow();
    at.receive(roster(alice));
    at.press(mute);
    const refusal = { name: 'action-error', request: 'mute', message: 'not now' } as const;
    expect(at.receive({ ...refusal, requestId: 'another' }).actions).toEqual([{ action: mute, at: 2 }]);
    expect(at.receive({ ...refusal, requestId: 'r1' }).actions).toEqual([
      { action: mute, at: 2, error: 'not now' },
    ]);
    at.dismiss('r1');
    expect(at.meeting.actions).toEqual([]);
  });

  it.each<[PendingAction['action'], PluginMessage]>([
    [{ name: 'admit', participantUuid: 'bob', requestId: 'r' }, roster(alice, { ...bob, isWaiting: false })],
    [{ name: 'disconnect', participantUuid: 'bob', requestId: 'r' }, roster(alice)],
    [
      { name: 'set-role', participantUuid: 'alice', role: 'host', requestId: 'r' },
      roster({ ...alice, isHost: true }, bob),
    ],
    [
      { name: 'spotlight', participantUuid: 'alice', active: true, requestId: 'r' },
      roster({ ...alice, isSpotlight: true }, bob),
    ],
    [
      { name: 'text-overlay', participantUuid: 'alice', text: 'Chair', requestId: 'r' },
      roster({ ...alice, overlayText: 'Chair' }, bob),
    ],
    [
      { name: 'mute-video', participantUuid: 'alice', muted: true, requestId: 'r' },
      roster({ ...alice, isCameraMuted: true }, bob),
    ],
    [{ name: 'transfer', participantUuid: 'bob', alias: 'x', requestId: 'r' }, roster(alice)],
    [{ name: 'raise-hand', raised: true, requestId: 'r' }, roster({ ...alice, raisedHand: true }, bob)],
    [
      { name: 'mute', muted: true, requestId: 'r' },
      { name: 'self', participantUuid: 'alice', micMuted: true },
    ],
    [
      { name: 'lock', locked: true, requestId: 'r' },
      { name: 'conference', locked: true },
    ],
    [
      { name: 'mute-all-guests', muted: true, requestId: 'r' },
      { name: 'conference', guestsMuted: true },
    ],
  ])('%j ends with its effect, and with nothing before it', (action, effect) => {
    const at = follow();
    at.receive({ name: 'self', participantUuid: 'alice' }, roster(alice, bob));
    at.press(action);
    at.receive({ name: 'conference', started: true }, roster(alice, bob));
    expect(at.meeting.actions).toHaveLength(1);
    expect(at.receive(effect).actions).toEqual([]);
  });
});

describe('a call, with a plugin of the second namespace', () => {
  const call = {
    id: 'c1',
    request: { role: 'GUEST', protocol: 'auto', destination: 'alice' },
    startedAt: 0,
    state: { name: 'joined', at: 0 },
    uuid: 'alice',
  } as const;

  it('is hung up as anybody is disconnected, and has left once the roster shows that', () => {
    const at = follow();
    at.receive({ name: 'ready', features: ['disconnect', 'roster'] });
    at.with({ calls: [call] });
    expect(canHangUp(at.meeting, call)).toBe(true);
    expect(canHangUp(at.meeting, {})).toBe(false);
    expect(hangUp(at.meeting, 'c1', 3).messages).toEqual([{ name: 'disconnect', participantUuid: 'alice' }]);
    // Not listed yet, though joined: the answer came before the roster.
    expect(at.receive(roster(bob)).calls).toMatchObject([{ state: { name: 'joined' } }]);
    at.receive(roster(alice, bob));
    expect(at.receive(roster(bob)).calls).toMatchObject([{ state: { name: 'left' } }]);
  });
});

describe('what a page or a plugin can cause', () => {
  const everything: PluginMessage[] = [
    { name: 'ready', features: [...PERSON_ACTIONS, 'roster', 'participants', 'roster-change'] },
    { name: 'connected' },
    { name: 'self', participantUuid: 'alice', isHost: true, canControl: true },
    roster(alice, { ...bob, can: { mute: true, disconnect: true } }),
    { name: 'roster-change', joined: [{ uuid: 'carol', isWaiting: true }] },
    { name: 'conference', locked: true },
    { name: 'toggle-participants', active: true },
    { name: 'action-error', request: 'mute', message: 'no', requestId: 'r1' },
    { name: 'disconnected' },
  ];

  it('isn’t an action on people, whatever the plugin sends', () => {
    let meeting: Meeting = { ...newMeeting('meeting-1'), calls: [] };
    for (const message of [...everything, ...everything]) {
      const result = onPluginMessage(meeting, message, 1);
      const names: readonly string[] = PERSON_ACTIONS;
      expect(result.messages.filter(({ name }) => names.includes(name))).toEqual([]);
      meeting = result.meeting;
    }
  });

  it.each(PERSON_ACTIONS)('can’t %s by a message that the page posts to its own window', (name) => {
    for (const prefix of Object.values(DIALECTS)) {
      const wire = { action: prefix + name, participantUuid: 'alice', muted: true, requestId: 'r1' };
      expect(parsePluginMessage(wire)).toMatchObject({ ok: false, reason: 'name' });
    }
  });
});
