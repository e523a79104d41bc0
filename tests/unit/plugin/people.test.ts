import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { carryOut } from '../../../plugin/external-chat/actions';
import { followCalls } from '../../../plugin/external-chat/calls';
import { followPeople } from '../../../plugin/external-chat/people';
import type { PluginMessage } from '../../../protocol/messages';
import type { PersonAction } from '../../../protocol/person-actions';
import { fakeChannel } from './support/channel';

const ok = { status: 200, data: { status: 'success', result: true } };
const refused = { status: 403, data: { status: 'failed', result: 'Not allowed' } };

const event = (uuid: string, over: object = {}) => ({
  uuid,
  displayName: uuid,
  serviceType: 'conference',
  isHost: false,
  canMute: true,
  handRaisedTime: 0,
  ...over,
});

/** The plugin's people, in a meeting whose node replies as the test says. */
function meet(reply: (rpc: string, payload: unknown) => unknown = () => ok) {
  const { channel, asked, send } = fakeChannel(reply);
  const said: PluginMessage[] = [];
  const say = (message: PluginMessage) => void said.push(message);
  const people = followPeople(channel, say);
  followCalls(channel, say, people.see);
  return {
    people,
    asked,
    send,
    /** Web App 3 reports activities: `join`, `leave` or `update` of people. */
    async report(type: 0 | 1 | 2, ...participants: object[]) {
      send(
        'event:participantsActivities',
        participants.map((participant) => ({ roomId: 'main', activity: { type, participant } })),
      );
      await Promise.resolve();
    },
    act: (action: PersonAction) => carryOut(channel, people, say, action),
    said: () => said.splice(0),
  };
}

describe('the roster of the plugin', () => {
  it('has everybody each time, unless the top window wants changes', async () => {
    const { report, said } = meet();
    await report(0, event('alice'), event('bob', { isWaiting: true, serviceType: 'waiting_room' }));
    expect(said()).toMatchObject([
      {
        name: 'roster',
        participants: [
          { uuid: 'alice', can: { mute: true } },
          { uuid: 'bob', isWaiting: true },
        ],
      },
    ]);
    await report(2, event('alice', { isMuted: true }));
    expect(said()).toMatchObject([{ name: 'roster', participants: [{ isMuted: true }, { uuid: 'bob' }] }]);
  });

  it('reports only the changes after the first list, once they are wanted', async () => {
    const { people, report, said } = meet();
    people.wantChanges();
    await report(0, event('alice'), event('bob'));
    expect(said()).toMatchObject([{ name: 'roster', participants: [{}, {}] }]);
    await report(2, event('alice', { raisedHand: true, handRaisedTime: 7 }));
    expect(said()).toMatchObject([
      { name: 'roster-change', joined: [], left: [], updated: [{ uuid: 'alice', raisedAt: 7000 }] },
    ]);
    await report(1, event('bob'));
    await report(0, event('carol'));
    expect(said()).toMatchObject([{ left: ['bob'] }, { joined: [{ uuid: 'carol' }], updated: [] }]);
  });

  it('says nothing of a change that changes nothing', async () => {
    const { report, said } = meet();
    await report(0, event('alice'));
    said();
    await report(2, event('alice', { startAt: new Date() }));
    expect(said()).toEqual([]);
  });

  it('is reported again to a later top window, and forgotten once the meeting is left', async () => {
    const { people, report, said, send } = meet();
    send('event:me', { participant: event('alice', { isMuted: true }) });
    send('event:conferenceStatus', { status: { locked: true, guestsMuted: false, started: true } });
    await report(0, event('alice'));
    said();
    people.announce();
    expect(said()).toMatchObject([
      { name: 'self', participantUuid: 'alice', micMuted: true },
      { name: 'conference', locked: true, guestsMuted: false },
      { name: 'roster', participants: [{ uuid: 'alice' }] },
    ]);
    people.forget();
    people.announce();
    expect(said()).toEqual([]);
  });

  it('costs a change no more words with many people than with few', async () => {
    const { people, report, said } = meet();
    people.wantChanges();
    await report(0, ...Array.from({ length: 1000 }, (_, index) => event(`u${index}`)));
    said();
    await report(2, event('u500', { isMuted: true }));
    expect(JSON.stringify(said()).length).toBeLessThan(1000);
  });
});

describe('an action on people', () => {
  const participantUuid = 'bob';
  it.each<[PersonAction, string, object]>([
    [{ name: 'mute', participantUuid, muted: true }, 'participant:mute', { participantUuid, mute: true }],
    [
      { name: 'mute-video', participantUuid, muted: false },
      'participant:muteVideo',
      { participantUuid, muteVideo: false },
    ],
    [{ name: 'admit', participantUuid }, 'participant:admit', { participantUuid }],
    [{ name: 'disconnect', participantUuid }, 'participant:disconnect', { participantUuid }],
    [
      { name: 'spotlight', participantUuid, active: true },
      'participant:spotlight',
      { participantUuid, enable: true },
    ],
    [
      { name: 'raise-hand', raised: true },
      'participant:raiseHand',
      { participantUuid: 'alice', raise: true },
    ],
    [
      { name: 'transfer', participantUuid, alias: 'other', role: 'host' },
      'participant:transfer',
      { participantUuid, destination: 'other', role: 'host', pin: '' },
    ],
    [
      { name: 'dtmf', participantUuid, digits: '1#' },
      'participant:sendDTMF',
      { participantUuid, digits: '1#' },
    ],
    [{ name: 'mute-all-guests', muted: true }, 'conference:muteAllGuests', { mute: true }],
    [{ name: 'lock', locked: true }, 'conference:lock', { lock: true }],
    [
      { name: 'text-overlay', participantUuid, text: 'Chair' },
      'participant:setTextOverlay',
      { participantUuid, text: 'Chair' },
    ],
    [{ name: 'disconnect-all' }, 'conference:disconnectAll', {}],
  ])('%j is the call %s, and its refusal is passed on', async (action, rpc, payload) => {
    for (const answer of [ok, refused]) {
      const { act, asked, said, send } = meet(() => answer);
      send('event:me', { participant: event('alice') });
      said();
      await act({ ...action, requestId: 'r1' });
      expect(asked.at(-1)).toEqual({ rpc, payload });
      expect(said()).toMatchObject(
        answer === ok
          ? []
          : [{ name: 'action-error', request: action.name, requestId: 'r1', message: 'Not allowed' }],
      );
    }
  });
});

describe('a new role', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const setHost: PersonAction = { name: 'set-role', participantUuid: 'bob', role: 'host', requestId: 'r1' };
  const words = (asked: { payload: unknown }[]) =>
    asked.map(({ payload }) => Reflect.get(Object(payload), 'role'));

  it.each([
    ['knows host', ['host'], ['host'], []],
    ['knows chair', ['chair'], ['host', 'chair'], []],
    [
      'changes nothing',
      [],
      ['host', 'chair'],
      [{ name: 'action-error', request: 'set-role', requestId: 'r1' }],
    ],
  ])('is set where the meeting %s', async (_, known, sent, answers) => {
    const { act, asked, report, said } = meet((_rpc, payload) => {
      if (known.some((word) => word === Reflect.get(Object(payload), 'role')))
        setTimeout(() => void report(2, event('bob', { isHost: true })), 100);
      return undefined;
    });
    await report(0, event('bob'));
    said();
    const done = act(setHost);
    await vi.advanceTimersByTimeAsync(7_000);
    await done;
    expect(words(asked)).toEqual(sent);
    expect(said().filter(({ name }) => name === 'action-error')).toMatchObject(answers);
  });
});
