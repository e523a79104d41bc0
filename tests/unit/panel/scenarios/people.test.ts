import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../../protocol/meeting';
import type { Participant } from '../../../../protocol/people';
import { PERSON_ACTIONS } from '../../../../protocol/people-features';
import { at, dial, inMeeting, pass, play, settled, useFakeClock } from './play';

useFakeClock();

const FEATURES = ['roster', 'self', 'conference', 'action-error', 'hang-up', ...PERSON_ACTIONS];
const announcing = (features: readonly string[], over: Partial<Meeting> = {}) =>
  inMeeting({ plugin: { name: 'ready', announced: true, inMeeting: true, features }, ...over });
const ME: Participant = { uuid: 'me', displayName: 'Me', isHost: true };
const ANN: Participant = { uuid: 'ann', displayName: 'Ann' };
const own = { self: { participantUuid: 'me', isHost: true } };

const playWith = (steps: object[], over: Partial<Meeting> = own) =>
  play(steps, { meeting: announcing(FEATURES, over) });
const step = (kind: string, more = {}) => ({ name: kind, do: kind, ...more });

describe('a step about people', () => {
  it('waits until somebody is there and as expected', async () => {
    const { run, roster, outcomes, detail } = playWith([
      step('expect-person', { person: 'Ann', muted: true, host: false }),
      step('expect-person', { person: 'Ann', present: false, within: 2 }),
    ]);
    await roster(ME, ANN);
    expect(outcomes()).toBe('running waiting');
    await roster(ME, { ...ANN, isMuted: true });
    expect(outcomes()).toBe('passed running');
    await pass(2.1);
    expect(detail()).toBe('Waited 2 s, but found: Ann, muted');
    expect(run.state.value).toBe('failed');
  });

  it('takes nobody for absent before the list has come', async () => {
    const { outcomes, roster } = playWith([step('expect-person', { person: 'Ann', present: false })]);
    await pass(1);
    expect(outcomes()).toBe('running');
    await roster(ME);
    expect(outcomes()).toBe('passed');
  });

  it('waits for the waiting room, and for the conference', async () => {
    const { outcomes, roster, now } = playWith([
      step('expect-waiting'),
      step('expect-waiting', { person: 'Ann' }),
      step('expect-conference', { locked: true, guestsMuted: false }),
    ]);
    await roster(ME, { uuid: 'bob', displayName: 'Bob', isWaiting: true });
    expect(outcomes()).toBe('passed running waiting');
    await roster(ME, { ...ANN, isWaiting: true });
    expect(outcomes()).toBe('passed passed running');
    await now({ conference: { locked: true } });
    expect(outcomes()).toBe('passed passed passed');
  });

  it.each<[object, object, Partial<Participant>]>([
    [step('mute'), { name: 'mute', muted: true }, { isMuted: true }],
    [step('camera-off'), { name: 'mute-video', muted: true }, { isCameraMuted: true }],
    [step('raise-hand'), { name: 'raise-hand', raised: true }, { raisedHand: true }],
    [step('spotlight'), { name: 'spotlight', active: true }, { isSpotlight: true }],
    [step('make-host'), { name: 'set-role', role: 'host' }, { isHost: true }],
    [
      step('overlay-text', { text: 'Room 7' }),
      { name: 'text-overlay', text: 'Room 7' },
      { overlayText: 'Room 7' },
    ],
  ])('%o is done once the list shows it', async (given, action, effect) => {
    const { did, roster, outcomes } = playWith([{ ...given, person: 'Ann' }]);
    await settled();
    expect(did).toEqual([]);
    await roster(ME, ANN);
    expect(did).toEqual([`act ${JSON.stringify({ ...action, participantUuid: 'ann' })}`].map(sorted));
    expect(outcomes()).toBe('running');
    await roster(ME, { ...ANN, ...effect });
    expect(outcomes()).toBe('passed');
  });

  it('is about the user where it names nobody, and sends nothing for what is so already', async () => {
    const { did, roster, outcomes } = playWith([step('lower-hand'), step('mute')]);
    await roster(ME);
    expect(did).toEqual(['act {"name":"mute","participantUuid":"me","muted":true}']);
    await roster({ ...ME, isMuted: true });
    expect(outcomes()).toBe('passed passed');
  });

  it('finds the person of a call that was dialed', async () => {
    const { did, roster, call, outcomes } = playWith([dial, step('remove', { call: 'call' })]);
    await settled();
    await roster(ME, ANN, { ...ANN, uuid: 'twin' });
    await call({ name: 'joined', at }, { id: 'call-a@example.com', uuid: 'twin' });
    expect(did.at(-1)).toBe('act {"name":"disconnect","participantUuid":"twin"}');
    await roster(ME, ANN);
    expect(outcomes()).toBe('passed passed');
  });

  it('fails at once where two people have the name', async () => {
    const { detail, roster, did } = playWith([step('mute', { person: 'Ann' })]);
    await roster(ME, ANN, { ...ANN, uuid: 'twin' });
    expect(detail()).toMatch(/^Several people are called Ann\./);
    expect(did).toEqual([]);
  });

  it('says who is there where nobody has the name, and who does not wait', async () => {
    const absent = playWith([step('mute', { person: 'Bob', within: 1 })]);
    await absent.roster(ME, ANN);
    await pass(1.1);
    expect(absent.detail()).toBe('Waited 1 s, but found: in the meeting: Me · Ann');
    const present = playWith([step('admit', { person: 'Ann', within: 1 })]);
    await present.roster(ME, ANN);
    await pass(1.1);
    expect(present.detail()).toBe('Waited 1 s, but found: Ann isn’t in the waiting room');
  });

  it('fails with the words of a refusal', async () => {
    const meeting = announcing(FEATURES, own);
    const { detail, roster } = play([step('mute', { person: 'Ann' })], {
      meeting,
      act: (action) => {
        const before = meeting.peek();
        if (before) meeting.value = { ...before, actions: [{ action, at, error: 'Not for guests' }] };
      },
    });
    await roster(ME, ANN);
    expect(detail()).toBe('Refused: Not for guests');
  });

  it('fails where the action was not sent, its meeting being gone', async () => {
    const refused = signal<readonly string[]>([]);
    const { detail, roster } = play([step('mute', { person: 'Ann' })], {
      meeting: announcing(FEATURES, own),
      refused,
      act: ({ requestId }) => {
        refused.value = [requestId];
      },
    });
    await roster(ME, ANN);
    expect(detail()).toMatch(/no meeting with a connected plugin/);
  });

  it('takes tones as sent where nothing has refused them', async () => {
    const { did, roster, outcomes } = playWith([step('send-tones', { person: 'Ann', digits: '12#' })]);
    await roster(ME, ANN);
    expect(did).toEqual(['act {"name":"dtmf","participantUuid":"ann","digits":"12#"}']);
    expect(outcomes()).toBe('running');
    await pass(2.1);
    expect(outcomes()).toBe('passed');
  });

  it('counts messages from the moment of the action', async () => {
    const { hear, roster, outcomes } = playWith([
      step('lock'),
      { name: 'Said', do: 'expect-message', message: 'conference', payload: { locked: true } },
    ]);
    await hear('conference', { locked: true });
    await roster(ME);
    expect(outcomes()).toBe('running waiting');
  });

  it.each([
    [step('admit', { person: 'Ann' }), ['roster'], 'admit'],
    [step('mute', { person: 'Ann' }), ['mute'], 'roster'],
    [step('lock'), ['roster'], 'lock'],
    [step('expect-person', { person: 'Ann' }), ['self'], 'roster'],
    [step('expect-conference', { locked: true }), ['roster'], 'conference'],
  ])('%o fails at once with a plugin that lacks a feature for it', async (given, features, missing) => {
    const { detail } = play([given], { meeting: announcing(features) });
    await settled();
    expect(detail()).toBe(`This plugin doesn’t support ${missing}, which this step needs.`);
  });
});

/** The fields of an action in the order in which the panel sends them. */
function sorted(line: string): string {
  const { name, participantUuid, ...rest } = JSON.parse(line.slice('act '.length));
  return `act ${JSON.stringify({ name, participantUuid, ...rest })}`;
}
