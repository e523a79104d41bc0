import { describe, expect, it } from 'vitest';
import { watchMeeting } from '../../../plugin/external-chat/meeting-watch';
import type { PluginMessage } from '../../../protocol/messages';
import { fakeChannel } from './support/channel';

const authenticated = { conferenceAlias: 'qa.meeting' };

function watch() {
  const { channel, send } = fakeChannel();
  const meeting = watchMeeting(channel);
  const reported: PluginMessage[] = [];
  meeting.onChange((message) => reported.push(message));
  return { meeting, send, reported };
}

describe('the plugin’s view of the meeting', () => {
  it.each([
    ['connected', undefined],
    ['me', { id: 'main', participant: { uuid: 'u1' } }],
    ['conferenceStatus', { id: 'main', status: {} }],
    ['participants', { id: 'main', participants: [{ uuid: 'u1' }] }],
  ])('is joined by event:%s alone', (name, payload) => {
    const { meeting, send, reported } = watch();
    send(`event:${name}`, payload);
    send(`event:${name}`, payload);
    expect(meeting.isJoined).toBe(true);
    expect(reported).toEqual([{ name: 'connected', conferenceAlias: undefined }]);
  });

  it('is not joined by an empty list', () => {
    const { meeting, send } = watch();
    send('event:participants', { id: 'main', participants: [] });
    expect(meeting.isJoined).toBe(false);
  });

  it('names the meeting once, where the classic edition authenticates first', () => {
    const { send, reported } = watch();
    send('event:conference:authenticated', authenticated);
    send('event:connected');
    expect(reported).toEqual([{ name: 'connected', ...authenticated }]);
  });

  it('names the meeting as soon as the current edition does', () => {
    const { send, reported } = watch();
    send('event:connected');
    send('event:conference:authenticated', authenticated);
    send('event:connected');
    expect(reported).toEqual([
      { name: 'connected', conferenceAlias: undefined },
      { name: 'connected', ...authenticated },
    ]);
  });

  it('is left by the user’s wish alone, and once', () => {
    const { meeting, send, reported } = watch();
    send('event:connected');
    send('event:userInitiatedDisconnect');
    send('event:disconnected', { error: 'x', errorCode: '#1' });
    expect(meeting.isJoined).toBe(false);
    expect(reported.slice(1)).toEqual([{ name: 'disconnected', userInitiated: true }]);
  });

  it('is joined by the node’s list, for a plugin that has registered late', async () => {
    const { meeting } = watch();
    meeting.onConnection(async () => true);
    await Promise.resolve();
    await Promise.resolve();
    expect(meeting.isJoined).toBe(true);
  });

  it('stays left if the list was asked for before', async () => {
    const { meeting, send } = watch();
    let answer: (isMember: boolean) => void = () => undefined;
    const listed = new Promise<boolean>((resolve) => {
      answer = resolve;
    });
    meeting.onConnection(() => listed);
    send('event:connected');
    send('event:userInitiatedDisconnect');
    answer(true);
    await listed;
    await Promise.resolve();
    expect(meeting.isJoined).toBe(false);
  });

  it('asks for the list after registering, and whenever the connection has returned', () => {
    const { meeting, send } = watch();
    let asked = 0;
    meeting.onConnection(async () => {
      asked += 1;
      return false;
    });
    send('event:connected');
    send('event:connected');
    expect(asked).toBe(3);
  });
});
