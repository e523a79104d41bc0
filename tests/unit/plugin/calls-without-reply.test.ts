import { describe, expect, it } from 'vitest';
import { meet, refusal, request, success } from './support/followed-calls';

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
