import { expect, it, onTestFinished, vi } from 'vitest';
import { ConferencingNode } from '../../../meeting/node/conferencing-node';
import { bringBob } from '../../../scripts/demo/bob';

function start() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const node = new ConferencingNode();
  onTestFinished(() => node.close());
  const bob = bringBob({ node });
  const { participants, messages } = node.conference();
  expect(participants.map(({ display_name }) => display_name)).toEqual(['Bob']);
  const isWaving = () => node.conference().participants.some(({ buzz_time }) => buzz_time > 0);
  return { bob, messages, isWaving };
}

it('brings Bob into the demo, who raises a hand, and writes only once somebody can read it', async () => {
  const { bob, messages, isWaving } = start();
  expect(isWaving()).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(isWaving()).toBe(true);
  expect(messages).toEqual([]);
  bob.write();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(messages.map(({ origin, payload }) => [origin, payload])).toEqual([
    ['Bob', 'Good morning. Is my sound all right?'],
  ]);
});

it('ends what Bob still had to do, with the demo', async () => {
  const { bob, messages, isWaving } = start();
  bob.write();
  bob.leave();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(isWaving()).toBe(false);
  expect(messages).toEqual([]);
});
