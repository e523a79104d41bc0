import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../plugin/classic/meeting/actions';
import { followMeeting } from '../../../../plugin/classic/meeting/meeting';
import { createEvents } from './support/web-app-events';

const me = { uuid: 'me', role: 'chair', displayName: 'Ada', serviceType: 'conference', isMuted: false };

function join() {
  const { events, send } = createEvents();
  const meeting = followMeeting(events);
  const actions: Action[] = [];
  meeting.actions$.subscribe((action) => actions.push(action));
  meeting.catchUp({ connected: false });
  send('authenticatedWithConference', { conferenceAlias: 'demo' });
  send('connected');
  send('me', { participant: me });
  return { send, actions };
}

describe('the actions of a meeting', () => {
  it('reports the own uuid, then who joined which meeting in which role', () => {
    expect(join().actions).toEqual([
      { type: '[Conference] Set Self UUID', payload: 'me' },
      {
        type: '[Conference] Connect Success',
        payload: { alias: 'demo', displayName: 'Ada', joinRole: 'HOST', serviceType: 'conference' },
      },
    ]);
  });

  it('reports only the participants whose microphone was muted or unmuted', () => {
    const { send, actions } = join();
    const other = { ...me, uuid: 'other' };
    send('participants', { participants: [me, other] });
    actions.length = 0;
    send('participants', { participants: [me, { ...other, isMuted: true }] });
    send('participants', { participants: [me, { ...other, isMuted: true }] });
    expect(actions).toMatchObject([
      { type: '[Participant] Muted Changed', payload: { uuid: 'other', muted: true } },
    ]);
    expect(actions).toHaveLength(1);
  });

  it('reports by name whose hand was raised or lowered', () => {
    const { send, actions } = join();
    const other = { ...me, uuid: 'other', displayName: 'Bob', handRaisedTime: 0 };
    send('participants', { participants: [me, other] });
    actions.length = 0;
    send('participants', { participants: [me, { ...other, handRaisedTime: 17 }] });
    send('participants', { participants: [me, other] });
    expect(actions).toMatchObject([
      { type: '[Conference] Buzz Changed', payload: { uuid: 'other', name: 'Bob', buzzTime: 17 } },
      { type: '[Conference] Buzz Changed', payload: { uuid: 'other', name: 'Bob', buzzTime: 0 } },
    ]);
    expect(actions).toHaveLength(2);
  });

  it('reports a participant who left by the uuid alone', () => {
    const { send, actions } = join();
    send('participantLeft', { participant: { ...me, uuid: 'other' } });
    expect(actions.at(-1)).toEqual({
      type: '[Conference] Participant Disconnect Success',
      payload: 'other',
    });
  });

  it.each([
    ['type', { activity: { type: 0 } }, { activity: { type: 1 } }],
    ['activity', { activity: { activity: 0 } }, { activity: { activity: 1 } }],
  ])('reports once who comes and goes, by their own events or by changes with “%s”', (_, came, went) => {
    const { send, actions } = join();
    const participant = { ...me, uuid: 'other', displayName: 'Bob' };
    const by = ({ activity }: { activity: object }) => [{ activity: { ...activity, participant } }];
    actions.length = 0;
    send('participantsActivities', by(came));
    send('participantJoined', { participant });
    send('participantsActivities', by(went));
    send('participantLeft', { participant });
    expect(actions).toMatchObject([
      { type: '[Conference] Participant Connect Success', payload: { uuid: 'other', name: 'Bob' } },
      { type: '[Conference] Participant Disconnect Success', payload: 'other' },
    ]);
    expect(actions).toHaveLength(2);
  });

  it('reports somebody who is called as connected once they have answered', () => {
    const { send, actions } = join();
    const participant = { ...me, uuid: 'other', serviceType: 'connecting' };
    const change = (type: number, changes: object) =>
      send('participantsActivities', [{ activity: { type, participant: { ...participant, ...changes } } }]);
    actions.length = 0;
    change(0, {});
    change(2, {});
    expect(actions).toEqual([]);
    change(2, { serviceType: 'conference' });
    change(2, { isMuted: false });
    expect(actions).toMatchObject([{ payload: { uuid: 'other', serviceType: 'conference' } }]);
  });
});
