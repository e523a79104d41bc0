import type { Channel } from '@pexip/plugin-api';
import { describe, expect, it } from 'vitest';
import { followCalls } from '../../../plugin/external-chat/calls';
import type { DialRequest } from '../../../protocol/dial-fields';
import type { PluginMessage } from '../../../protocol/messages';

const request: DialRequest = { role: 'GUEST', destination: 'alice@example.com', protocol: 'sip' };
const success = (result: unknown) => ({ status: 200, data: { status: 'success', result } });
const refusal = (result: unknown) => ({ status: 403, data: { status: 'failed', result } });

/** Web App 3 as a plugin meets it: it answers as the test says, and tells of participants. */
function meet(answers: Record<string, unknown>, dialled = 'alice@example.com') {
  const asked: { method: string; payload: unknown }[] = [];
  const listeners: ((event: unknown) => void)[] = [];
  const channel = {
    callRPC: async (method: string, payload: unknown) => {
      asked.push({ method, payload });
      return answers[method];
    },
    addEventListener: (listener: (event: unknown) => void) => void listeners.push(listener),
  } as unknown as Channel;
  const participant = (uuid: string, serviceType: string) => ({
    uuid,
    serviceType,
    displayName: 'Alice',
    uri: `sip:${dialled}`,
    rawData: { call_direction: 'out' },
  });
  const listOf = (...them: [uuid: string, serviceType: string][]) => ({
    id: 'main',
    participants: them.map(([uuid, serviceType]) => participant(uuid, serviceType)),
  });
  const said: PluginMessage[] = [];
  const calls = followCalls(channel, (message) => said.push(message));
  const tell = (event: string, payload: unknown) => {
    for (const listener of listeners) listener({ event, payload });
  };
  return {
    calls,
    asked,
    /** `['calling', 'dial-out-success', …]`: a progress by its state. */
    said: () =>
      said.splice(0).map((message) => (message.name === 'dial-out-progress' ? message.state : message.name)),
    messages: said,
    list: (uuid: string, serviceType: string) => tell('event:participants', listOf([uuid, serviceType])),
    /** The whole list, as the classic edition and every synchronization have it. */
    listAll: (...them: [uuid: string, serviceType: string][]) => tell('event:participants', listOf(...them)),
    leave: (uuid: string) => tell('event:participantLeft', { id: 'main', participant: { uuid } }),
    tell,
    participant,
  };
}

describe('a call of the plugin', () => {
  it('is told of from the reply of the node to its end', async () => {
    const { calls, said, list, leave } = meet({ 'conference:dialOut': success(['u1']) });
    await calls.dial(request, 'r1');
    list('u1', 'connecting');
    list('u1', 'connecting');
    list('u1', 'conference');
    list('u1', 'conference');
    leave('u1');
    leave('u1');
    expect(said()).toEqual(['calling', 'calling', 'ringing', 'dial-out-success', 'left']);
  });

  it('repeats its request id, and names the participant', async () => {
    const { calls, messages, list } = meet({ 'conference:dialOut': success(['u1']) });
    await calls.dial(request, 'r1');
    list('u1', 'conference');
    expect(messages).toEqual([
      { name: 'dial-out-progress', state: 'calling', requestId: 'r1' },
      { name: 'dial-out-progress', state: 'calling', requestId: 'r1', uuid: 'u1' },
      { name: 'dial-out-success', uuid: 'u1', displayName: 'Alice', requestId: 'r1' },
    ]);
  });

  it('may be answered before the reply of the node is here', async () => {
    const { calls, said, list } = meet({ 'conference:dialOut': success(['u1']) });
    const dialled = calls.dial(request, 'r1');
    list('u1', 'conference');
    await dialled;
    expect(said()).toEqual(['calling', 'calling', 'dial-out-success']);
  });

  it.each([
    ['in words', refusal('busy'), 'busy'],
    ['without any', success([]), 'the meeting placed no call, and gave no reason'],
    ['in a shape of its own', undefined, 'the meeting placed no call, and gave no reason'],
  ])('fails where the node refuses it %s', async (_how, reply, message) => {
    const { calls, messages } = meet({ 'conference:dialOut': reply });
    await calls.dial(request, 'r1');
    expect(messages.slice(1)).toEqual([{ name: 'dial-out-error', message, requestId: 'r1' }]);
  });

  it('fails where it ends unanswered', async () => {
    const { calls, said, list, leave } = meet({ 'conference:dialOut': success(['u1']) });
    await calls.dial(request, 'r1');
    list('u1', 'connecting');
    leave('u1');
    expect(said()).toEqual(['calling', 'calling', 'ringing', 'dial-out-error']);
  });

  it('says nothing of participants whom nobody has dialled', async () => {
    const { said, list, leave } = meet({});
    list('u9', 'conference');
    leave('u9');
    expect(said()).toEqual([]);
  });
});

describe('hanging up', () => {
  const able = { 'conference:dialOut': success(['u1']), 'participant:disconnect': success(true) };
  const disconnected = { method: 'participant:disconnect', payload: { participantUuid: 'u1' } };

  it.each([
    ['by request id', { requestId: 'r1' }],
    ['by uuid', { uuid: 'u1' }],
  ])('ends the call %s', async (_how, name) => {
    const { calls, said, asked, leave } = meet(able);
    await calls.dial(request, 'r1');
    await calls.hangUp(name);
    leave('u1');
    expect(asked).toContainEqual(disconnected);
    expect(said()).toEqual(['calling', 'calling', 'left']);
  });

  it('waits for the node while there is nobody to disconnect yet', async () => {
    const { calls, said, asked } = meet(able);
    const dialled = calls.dial(request, 'r1');
    await calls.hangUp({ requestId: 'r1' });
    expect(asked).not.toContainEqual(disconnected);
    await dialled;
    expect(asked).toContainEqual(disconnected);
    expect(said()).toEqual(['calling', 'calling', 'left']);
  });

  it('is refused for whom this page has not dialled, and for calls that have ended', async () => {
    const { calls, said, asked, list } = meet(able);
    list('u9', 'conference');
    await calls.hangUp({ uuid: 'u9' });
    await calls.hangUp({});
    await calls.dial(request, 'r1');
    await calls.hangUp({ uuid: 'u1' });
    await calls.hangUp({ uuid: 'u1' });
    expect(said()).toEqual(['hang-up-error', 'hang-up-error', 'calling', 'calling', 'left', 'hang-up-error']);
    expect(asked.filter(({ method }) => method === 'participant:disconnect')).toHaveLength(1);
  });

  it('passes on what the node says against it, and the call goes on', async () => {
    const { calls, messages, said, list, leave } = meet({
      ...able,
      'participant:disconnect': refusal('Invalid role'),
    });
    await calls.dial(request, 'r1');
    await calls.hangUp({ requestId: 'r1' });
    expect(messages.at(-1)).toEqual({
      name: 'hang-up-error',
      message: 'Invalid role',
      requestId: 'r1',
      uuid: 'u1',
    });
    list('u1', 'connecting');
    leave('u1');
    expect(said()).toEqual(['calling', 'calling', 'hang-up-error', 'ringing', 'dial-out-error']);
  });
});

describe('a call under the current edition', () => {
  const activity = (field: string, type: number, participant: unknown) => [
    { roomId: 'main', activity: { [field]: type, participant } },
  ];
  const flat = (field: string, type: number, participant: unknown) => [
    { roomId: 'main', [field]: type, participant },
  ];

  it.each([
    ['type', activity],
    ['activity', activity],
    ['type', flat],
    ['activity', flat],
  ])('is followed by activities alone, with the field %s', async (field, shape) => {
    const { calls, said, tell, participant } = meet({ 'conference:dialOut': success(['u1']) });
    await calls.dial(request, 'r1');
    const happen = (type: number, serviceType: string) =>
      tell('event:participantsActivities', shape(field, type, participant('u1', serviceType)));
    happen(0, 'connecting');
    happen(2, 'conference');
    happen(1, 'conference');
    // Batched by itself, it comes after the leave.
    happen(2, 'conference');
    expect(said()).toEqual(['calling', 'calling', 'ringing', 'dial-out-success', 'left']);
  });

  it('has ended if the list after an outage lacks the participant', async () => {
    const { calls, said, listAll } = meet({ 'conference:dialOut': success(['u1']) });
    await calls.dial(request, 'r1');
    listAll(['me', 'conference'], ['u1', 'conference']);
    listAll(['me', 'conference']);
    expect(said()).toEqual(['calling', 'calling', 'dial-out-success', 'left']);
  });

  it('does not end by an empty list, nor by that of a breakout room', async () => {
    const { calls, said, listAll, tell, participant } = meet({ 'conference:dialOut': success(['u1']) });
    await calls.dial(request, 'r1');
    listAll(['u1', 'conference']);
    tell('event:participants', { id: 'main', participants: [] });
    tell('event:participants', { id: 'room-2', participants: [participant('u7', 'conference')] });
    expect(said()).toEqual(['calling', 'calling', 'dial-out-success']);
  });

  it('has ended if the node’s own list lacks the participant', async () => {
    const { calls, said, list } = meet({
      'conference:dialOut': success(['u1']),
      'conference:requestParticipants': success([{ uuid: 'me', service_type: 'conference' }]),
    });
    await calls.dial(request, 'r1');
    list('u1', 'conference');
    expect(await calls.sync()).toBe(true);
    expect(said()).toEqual(['calling', 'calling', 'dial-out-success', 'left']);
  });

  it('goes on if it was answered while the node wrote a list without it', async () => {
    const { calls, said, list } = meet({
      'conference:dialOut': success(['u1']),
      'conference:requestParticipants': success([{ uuid: 'me', service_type: 'conference' }]),
    });
    await calls.dial(request, 'r1');
    const synced = calls.sync();
    list('u1', 'conference');
    await synced;
    expect(said()).toEqual(['calling', 'calling', 'dial-out-success']);
  });

  it('takes the list from the node itself where Pexip’s validator refuses it', async () => {
    const { calls } = meet({
      'conference:sendRequest': success([{ uuid: 'me', service_type: 'conference' }]),
    });
    expect(await calls.sync()).toBe(true);
  });
});

describe('a dial without a reply', () => {
  const silence = { 'conference:dialOut': new Promise(() => undefined) };

  it('is calling at once, and stays so', async () => {
    const { calls, messages } = meet(silence);
    void calls.dial(request, 'r1');
    expect(messages).toEqual([{ name: 'dial-out-progress', state: 'calling', requestId: 'r1' }]);
  });

  it('is settled by a newcomer at that address, whatever the scheme', async () => {
    const { calls, said, list } = meet(silence, 'Alice@example.com;transport=tls');
    void calls.dial(request, 'r1');
    list('u1', 'connecting');
    list('u1', 'conference');
    expect(said()).toEqual(['calling', 'calling', 'ringing', 'dial-out-success']);
  });

  it.each([
    ['one at another address', 'bob@example.com', {}],
    ['one who called in', 'alice@example.com', { rawData: { call_direction: 'in' } }],
  ])('is not settled by %s', async (_who, address, fields) => {
    const { calls, said, tell, participant } = meet(silence, address);
    void calls.dial(request, 'r1');
    const participants = [{ ...participant('u1', 'conference'), ...fields }];
    tell('event:participants', { id: 'main', participants });
    expect(said()).toEqual(['calling']);
  });

  it('is not settled by somebody who was there before', async () => {
    const { calls, said, list } = meet(silence);
    list('u1', 'connecting');
    void calls.dial(request, 'r1');
    list('u1', 'conference');
    expect(said()).toEqual(['calling']);
  });

  it('is hung up once the participant is known', async () => {
    const { calls, said, list, asked } = meet({ ...silence, 'participant:disconnect': success(true) });
    void calls.dial(request, 'r1');
    await calls.hangUp({ requestId: 'r1' });
    list('u1', 'connecting');
    await Promise.resolve();
    expect(asked).toContainEqual({ method: 'participant:disconnect', payload: { participantUuid: 'u1' } });
    await Promise.resolve();
    expect(said()).toContain('left');
  });

  it('gives the participant up to the call whose reply names it', async () => {
    let reply: (value: unknown) => void = () => undefined;
    const late = new Promise((resolve) => {
      reply = resolve;
    });
    const replies: unknown[] = [new Promise(() => undefined), late];
    const { calls, messages, list } = meet({
      get 'conference:dialOut'() {
        return replies.shift();
      },
    });
    void calls.dial(request, 'r1');
    const second = calls.dial(request, 'r2');
    list('u2', 'connecting');
    reply(success(['u2']));
    await second;
    list('u2', 'conference');
    expect(messages.at(-1)).toMatchObject({ name: 'dial-out-success', uuid: 'u2', requestId: 'r2' });
  });
});

describe('a plugin that was reloaded', () => {
  const entry = (uuid: string, service_type: string, call_direction = 'out') => ({
    uuid,
    service_type,
    call_direction,
    display_name: 'Alice',
  });
  const names = ['u1', 'u2', 'u3', 'u4'].map((uuid) => ({ requestId: `r-${uuid}`, uuid }));
  const listing = {
    'conference:requestParticipants': success([
      entry('u1', 'conference'),
      entry('u2', 'connecting'),
      entry('u4', 'conference', 'in'),
    ]),
    'participant:disconnect': success(true),
  };

  it('tells of earlier calls by the list of the node: here, ringing, gone; and of nobody else', async () => {
    const { calls, messages } = meet(listing);
    await calls.report([...names, { requestId: 'never placed' }]);
    const about = (uuid: string, state: string) => ({
      name: 'dial-out-progress',
      state,
      requestId: `r-${uuid}`,
      uuid,
    });
    expect(messages).toEqual([
      { ...about('u1', 'joined'), displayName: 'Alice' },
      { ...about('u2', 'ringing'), displayName: 'Alice' },
      about('u3', 'left'),
    ]);
  });

  it('follows them from then on, and hangs them up', async () => {
    const { calls, said, list, leave } = meet(listing);
    await calls.report(names);
    said();
    leave('u1');
    list('u2', 'conference');
    await calls.hangUp({ requestId: 'r-u2' });
    await calls.hangUp({ uuid: 'u4' });
    expect(said()).toEqual(['left', 'dial-out-success', 'left', 'hang-up-error']);
  });

  it('says nothing where the node does not', async () => {
    const { calls, said } = meet({ 'conference:requestParticipants': refusal('Invalid token') });
    await calls.report(names);
    expect(said()).toEqual([]);
  });
});
