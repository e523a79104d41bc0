import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createParticipant, type NodeParticipant } from '../../../meeting/node/participant';
import { followCalls } from '../../../plugin/external-chat/calls';
import { followPeople } from '../../../plugin/external-chat/people';
import type { PluginMessage } from '../../../protocol/messages';
import type { Participant } from '../../../protocol/people';
import { fakeChannel } from './support/channel';
import { loadPexipClient } from './support/pexip-client';

const client = await loadPexipClient();

const EVENTS = {
  onParticipantJoined: { type: 0, single: 'event:participantJoined' },
  onParticipantLeft: { type: 1, single: 'event:participantLeft' },
  onParticipantUpdated: { type: 2, single: undefined },
} as const;
type Name = keyof typeof EVENTS;

/** A node, Pexip’s signals with such a buffer, the plugin, and the people that a top window then shows. */
function meet(bufferSize: number, how: 'lists' | 'single events') {
  const node = new Map<string, NodeParticipant>();
  const { channel, asked, send } = fakeChannel(() => ({
    data: { status: 'success', result: [...node.values()] },
  }));
  const shown = new Map<string, Participant>();
  const said: PluginMessage[] = [];
  const say = (message: PluginMessage) => {
    said.push(message);
    if (message.name === 'roster') shown.clear();
    if (message.name === 'roster') for (const each of message.participants) shown.set(each.uuid, each);
    if (message.name !== 'roster-change') return;
    const { joined = [], updated = [], left = [] } = message;
    for (const each of [...joined, ...updated]) shown.set(each.uuid, each);
    for (const uuid of left) shown.delete(uuid);
  };
  const people = followPeople(channel, say);
  people.wantChanges();
  const calls = followCalls(channel, say, people.see);

  const batchScheduleTimeoutMS = 100;
  const signals = client.createInfinityClientSignals([], {
    scope: '',
    batchScheduleTimeoutMS,
    batchBufferSize: bufferSize,
  });
  for (const name of Object.keys(EVENTS) as Name[])
    signals[name].add((events) => {
      const { type, single } = EVENTS[name];
      const them = [events].flat().map(({ participant }) => participant);
      const activities = them.map((participant) => ({ roomId: 'main', activity: { type, participant } }));
      if (how === 'lists') send('event:participantsActivities', activities);
      else if (single) for (const participant of them) send(single, { id: 'main', participant });
    });
  const emit = (name: Name, entry: NodeParticipant) =>
    signals[name].emit({ id: 'main', participant: client.normalizeParticipant(entry) } as never);

  return {
    shown,
    asked,
    calls,
    said: () => said.splice(0),
    join(fields: Partial<NodeParticipant> = {}) {
      const entry = createParticipant('qa', { display_name: 'Visitor', ...fields });
      node.set(entry.uuid, entry);
      emit('onParticipantJoined', entry);
    },
    change(uuid: string, fields: Partial<NodeParticipant>) {
      const entry = createParticipant('qa', { ...node.get(uuid), ...fields });
      node.set(uuid, entry);
      emit('onParticipantUpdated', entry);
    },
    leave(uuid: string) {
      const entry = node.get(uuid);
      node.delete(uuid);
      if (entry) emit('onParticipantLeft', entry);
    },
    everybody: () => [...node.keys()],
  };
}

const settle = () => vi.advanceTimersByTimeAsync(5_000);
const times = (count: number, act: () => void) => {
  for (let index = 0; index < count; index += 1) act();
};

beforeEach(() => {
  vi.useFakeTimers();
  // The client’s timers are those of a window.
  vi.stubGlobal('window', globalThis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe.each([
  [10, 'lists'],
  [50, 'lists'],
  [10, 'single events'],
  [50, 'single events'],
] as const)('the roster of the plugin, with a buffer of %i and %s', (size, how) => {
  it('has everybody after more join at once than Web App 3 reports', async () => {
    const { shown, join, said } = meet(size, how);
    times(2.5 * size, join);
    await vi.advanceTimersByTimeAsync(150);
    expect(shown.size).toBe(size);
    await settle();
    expect(shown.size).toBe(2.5 * size);
    // What was reported, and what was not.
    expect(said()).toHaveLength(2);
  });

  it('has only those who remain after more leave at once than Web App 3 reports', async () => {
    const { shown, join, leave, everybody, said } = meet(size, how);
    for (const _ of [1, 2, 3]) {
      times(size, join);
      await settle();
    }
    said();
    const [remaining, ...leaving] = everybody();
    leaving.forEach(leave);
    await vi.advanceTimersByTimeAsync(150);
    expect(shown.size).toBe(2 * size);
    await settle();
    expect([...shown.keys()]).toEqual([remaining]);
    expect(said()).toHaveLength(2);
  });
});

describe('the roster of the plugin', () => {
  it('has every change after more people change at once than Web App 3 reports', async () => {
    const { shown, join, change, everybody } = meet(50, 'lists');
    times(120, join);
    await settle();
    for (const uuid of everybody()) change(uuid, { is_muted: 'YES' });
    await vi.advanceTimersByTimeAsync(150);
    expect([...shown.values()].filter(({ isMuted }) => isMuted)).toHaveLength(50);
    await settle();
    expect([...shown.values()].filter(({ isMuted }) => !isMuted)).toEqual([]);
  });

  it('ends a call whose end Web App 3 doesn’t report among many', async () => {
    const { calls, said, join, leave, everybody } = meet(50, 'lists');
    join({ uuid: 'called', call_direction: 'out', uri: 'sip:alice@example.com' });
    await settle();
    await calls.report([{ requestId: 'r1', uuid: 'called' }]);
    times(60, join);
    await settle();
    said();
    everybody().slice(0, 60).forEach(leave);
    await vi.advanceTimersByTimeAsync(150);
    expect(said()).toMatchObject([{ name: 'roster-change' }]);
    await settle();
    expect(said()).toMatchObject([
      { name: 'dial-out-progress', state: 'left', requestId: 'r1' },
      { name: 'roster-change' },
    ]);
  });

  it('sends no message about a list that has what the events had', async () => {
    const { asked, said, join } = meet(50, 'lists');
    join({ role: 'chair', spotlight: 2, is_presenting: 'YES' });
    join({ role: 'chair', service_type: 'lecture', is_client_muted: true });
    join({ role: 'chair', service_type: 'gateway', fecc_supported: 'YES' });
    join({ service_type: 'gateway', is_video_muted: true, transfer_supported: 'NO' });
    join({ service_type: 'waiting_room', mute_supported: 'NO' });
    join({
      service_type: 'connecting',
      display_name: '',
      uri: 'sip:alice@example.com',
      call_direction: 'out',
    });
    join({ buzz_time: 7, overlay_text: 'Chair', is_muted: 'YES', disconnect_supported: 'NO' });
    times(5, join);
    await vi.advanceTimersByTimeAsync(150);
    expect(said()).toMatchObject([{ name: 'roster' }]);
    await settle();
    expect(asked.length).toBe(1);
    expect(said()).toEqual([]);
  });

  it('needs no list while few people come and go', async () => {
    const { asked, join } = meet(50, 'lists');
    for (const _ of [1, 2, 3, 4]) {
      times(9, join);
      await settle();
    }
    expect(asked).toEqual([]);
  });

  it('asks for the list once a second at most, however many come', async () => {
    const { asked, join } = meet(50, 'lists');
    for (let second = 0; second < 10; second += 0.125) {
      times(12, join);
      await vi.advanceTimersByTimeAsync(125);
    }
    await settle();
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.length).toBeLessThan(12);
  });
});
