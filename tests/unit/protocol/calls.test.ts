import { describe, expect, it } from 'vitest';
import { hasFeature, isActive, isDialing, isOpen } from '../../../protocol/calls';
import type { CallState } from '../../../protocol/meeting';

const at = 1;
const oneOf = (joined: number, failed: readonly string[]): CallState => ({
  name: 'one-of',
  of: 3,
  joined,
  failed,
  at,
});

describe('a call', () => {
  it.each<{ state: CallState; is: string[] }>([
    { state: { name: 'queued', at }, is: [] },
    { state: { name: 'cancelled', at }, is: [] },
    { state: { name: 'calling', at }, is: ['dialing', 'open', 'active'] },
    { state: { name: 'ringing', at }, is: ['dialing', 'open', 'active'] },
    { state: { name: 'joined', at }, is: ['active'] },
    { state: { name: 'left', at }, is: [] },
    { state: { name: 'failed', message: 'busy', at }, is: [] },
    { state: { name: 'unknown', why: 'left', at }, is: [] },
    { state: oneOf(1, ['busy']), is: ['open'] },
    { state: oneOf(2, ['busy']), is: [] },
  ])('in the state $state.name is $is', ({ state, is }) => {
    const found = { dialing: isDialing({ state }), open: isOpen({ state }), active: isActive({ state }) };
    expect(Object.entries(found).flatMap(([name, holds]) => (holds ? [name] : []))).toEqual(is);
  });
});

describe('a plugin', () => {
  it('has only the features that it announced', () => {
    const plugin = { name: 'ready', inMeeting: true, features: ['hang-up'] } as const;
    expect(hasFeature({ plugin }, 'hang-up')).toBe(true);
    expect(hasFeature({ plugin }, 'messages')).toBe(false);
  });

  it('has none before it responds', () => {
    expect(hasFeature({ plugin: { name: 'waiting' } }, 'hang-up')).toBe(false);
  });
});
