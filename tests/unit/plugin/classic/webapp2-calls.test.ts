import { describe, expect, it } from 'vitest';
import { followCalls } from '../../../../plugin/webapp2/calls';
import { lookOf } from '../../../../plugin/webapp2/chat-item';
import type { PexParticipant } from '../../../../plugin/webapp2/pex';
import type { PluginMessage } from '../../../../protocol/messages';

const ALICE = {
  destination: 'alice@example.com',
  protocol: 'auto',
  role: 'GUEST',
  streaming: 'yes',
} as const;
const listed = (serviceType: string): PexParticipant[] => [{ uuid: 'u1', name: 'Alice', serviceType }];

function stage() {
  const said: PluginMessage[] = [];
  const dialed: unknown[][] = [];
  const disconnected: string[] = [];
  let reply: (value: unknown) => void = () => {};
  const calls = followCalls(
    {
      registerPlugin: () => {},
      createNewState: () => {
        throw new Error('not here');
      },
      dialOut: (alias, protocol, role, callback, params) => {
        dialed.push([alias, protocol, role, params]);
        reply = callback;
      },
      disconnectParticipant: (uuid) => void disconnected.push(uuid),
    },
    (message) => said.push(message),
  );
  const names = () => said.map((message) => ('state' in message ? message.state : message.name));
  return { calls, said, dialed, disconnected, reply: (value: unknown) => reply(value), names };
}

describe('calls by the classic API', () => {
  it('ring, are answered and left', () => {
    const { calls, dialed, reply, names, said } = stage();
    calls.dial(ALICE, 'r1');
    expect(dialed).toEqual([['alice@example.com', 'auto', 'guest', { streaming: true }]]);
    reply({ status: 'success', result: ['u1'] });
    calls.onParticipants([]);
    calls.onParticipants(listed('connecting'));
    calls.onParticipants(listed('conference'));
    calls.onParticipants([]);
    expect(names()).toEqual(['calling', 'ringing', 'dial-out-success', 'left']);
    expect(said[2]).toEqual({ name: 'dial-out-success', uuid: 'u1', displayName: 'Alice', requestId: 'r1' });
  });

  it('are seen to be answered before the callback comes', () => {
    const { calls, reply, names } = stage();
    calls.dial(ALICE, undefined);
    calls.onParticipants(listed('conference'));
    reply({ result: ['u1'] });
    expect(names()).toEqual(['calling', 'dial-out-success']);
  });

  it.each([[{ result: [] }], [{ result: 'Call to alice was refused' }], [undefined]])(
    'fail by %j',
    (value) => {
      const { calls, reply, said } = stage();
      calls.dial(ALICE, 'r1');
      reply(value);
      expect(said).toEqual([
        { name: 'dial-out-error', message: 'Could not dial out to specified uri', requestId: 'r1' },
      ]);
    },
  );

  it('end unanswered as an error, and hung up as left', () => {
    for (const hangsUp of [false, true]) {
      const { calls, reply, names, disconnected } = stage();
      calls.dial(ALICE, 'r1');
      if (hangsUp) calls.hangUp({ requestId: 'r1' });
      reply({ result: ['u1'] });
      calls.onParticipants(listed('connecting'));
      calls.onParticipants([]);
      expect(names()).toEqual(['calling', 'ringing', hangsUp ? 'left' : 'dial-out-error']);
      expect(disconnected).toEqual(hangsUp ? ['u1'] : []);
    }
  });

  it('of others are not hung up', () => {
    const { calls, said, disconnected } = stage();
    calls.onParticipants(listed('conference'));
    calls.hangUp({ uuid: 'u1' });
    expect(said).toMatchObject([{ name: 'hang-up-error', uuid: 'u1' }]);
    expect(disconnected).toEqual([]);
  });
});

it('the item has a label and an icon for each of its four states', () => {
  const looks = [lookOf(false, false), lookOf(true, false), lookOf(false, true), lookOf(true, true)];
  expect(new Set(looks.map(({ icon }) => icon)).size).toBe(4);
  expect(looks.map(({ label }) => label)).toEqual([
    'Open Chat',
    'Close Chat',
    'Open Chat (unread messages)',
    'Close Chat (unread messages)',
  ]);
});
