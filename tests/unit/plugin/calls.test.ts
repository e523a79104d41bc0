import { describe, expect, it } from 'vitest';
import { meet, refusal, request, success } from './support/followed-calls';

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
    const dialed = calls.dial(request, 'r1');
    list('u1', 'conference');
    await dialed;
    expect(said()).toEqual(['calling', 'calling', 'dial-out-success']);
  });

  it.each([
    ['in words', refusal('busy'), 'busy'],
    ['without any', success([]), 'no call was placed, and no reason was given'],
    ['in a shape of its own', undefined, 'no call was placed, and no reason was given'],
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

  it('says nothing of participants whom nobody has dialed', async () => {
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
    const dialed = calls.dial(request, 'r1');
    await calls.hangUp({ requestId: 'r1' });
    expect(asked).not.toContainEqual(disconnected);
    await dialed;
    expect(asked).toContainEqual(disconnected);
    expect(said()).toEqual(['calling', 'calling', 'left']);
  });

  it('is refused for whom this page has not dialed, and for calls that have ended', async () => {
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
