// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { Call } from '../../../../protocol/meeting';
import { aCall, aMeeting, START } from '../fixture';
import { JOINED, read, rows, show, states } from './show-calls';

describe('each state', () => {
  const at = START;
  const withJoin = { joinedAt: START - 64_000 };
  const unsure = 'the meeting’s participant list';
  const oneOf = (of: number, joined: number, failed: string[]) =>
    ({ name: 'one-of', of, joined, failed, at }) as const;
  const cases: [label: string, hint: string | undefined, over: Partial<Call>][] = [
    ['Queued', undefined, { state: { name: 'queued', at } }],
    ['Canceled', undefined, { state: { name: 'cancelled', at } }],
    ['Calling…', undefined, {}],
    ['Ringing', undefined, { state: { name: 'ringing', at } }],
    ['Joined', undefined, { state: JOINED }],
    ['Left', undefined, { state: { name: 'left', at }, ...withJoin }],
    ['Not answered', undefined, { state: { name: 'left', at } }],
    ['Hung up', undefined, { state: { name: 'left', at }, hangUp: {} }],
    ['Hung up', undefined, { state: { name: 'left', at }, hangUp: {}, ...withJoin }],
    ['Left', undefined, { state: { name: 'left', at }, hangUp: { error: 'no right' }, ...withJoin }],
    ['Not answered', undefined, { state: { name: 'left', at }, hangUp: { error: 'no right' } }],
    ['Hanging up…', undefined, { state: { name: 'ringing', at }, hangUp: {} }],
    ['Hanging up…', undefined, { state: JOINED, hangUp: {} }],
    ['Unknown: the meeting was reloaded', unsure, { state: { name: 'unknown', why: 'reloaded', at } }],
    ['Unknown: you’re no longer in the meeting', unsure, { state: { name: 'unknown', why: 'left', at } }],
    ['One of 3 calls: 1 joined, 1 failed (busy), 1 in progress', unsure, { state: oneOf(3, 1, ['busy']) }],
    ['One of 3 calls: 1 joined, 2 failed (busy, gone)', unsure, { state: oneOf(3, 1, ['busy', 'gone']) }],
  ];

  it.each(cases)('%s', async (label, hint, over) => {
    await show(aCall('alice', over));
    expect(states()).toEqual([['alice', label]]);
    expect(read(rows()[0], 'hint') ?? '').toContain(hint ?? '');
    expect(read(rows()[0], 'facts')).toBe('SIP · Guest');
  });

  it.each([
    ['Call to busy@example.com was refused: busy', 'Dial again when the line is free.'],
    ['Invalid role', 'Only hosts can dial out'],
    ['role must be one of HOST, GUEST, not "guest"', 'Fix that field'],
    ['The call was not answered', 'Nobody answered'],
    // Of earlier plugins.
    ['The call ended unanswered', 'Nobody answered'],
    ['Call to busy@example.com was refused: no valid host after the @', 'Check the address and protocol'],
    ['', 'Check the address and protocol'],
  ])('failed with "%s" says what to try', async (message, hint) => {
    await show(aCall('busy@example.com', { state: { name: 'failed', message, at } }));
    expect(read(rows()[0], 'hint')).toContain(hint);
  });

  it('shows how long somebody was there who has left, and no clock runs on', async () => {
    await show(aCall('alice', { state: { name: 'left', at }, ...withJoin }));
    expect(read(rows()[0], 'elapsed')).toBe('1:04');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says no more than that it is unknown while the plugin may still report on the call', async () => {
    const panel = await show(aCall('alice', { state: { name: 'unknown', why: 'reloaded', at } }));
    const calls = [aCall('alice', { state: { name: 'unknown', why: 'reloaded', at } })];
    expect(read(rows()[0], 'hint')).toContain(unsure);
    for (const plugin of [
      { name: 'waiting' },
      { name: 'ready', inMeeting: true, features: ['call-status'] },
    ] as const) {
      await panel.receive(aMeeting({ calls, plugin }));
      expect(states()).toEqual([['alice', 'Unknown: the meeting was reloaded']]);
      expect(read(rows()[0], 'hint')).toBeUndefined();
    }
  });
});
