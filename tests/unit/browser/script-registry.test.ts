import { expect, it, vi } from 'vitest';
import { callFor, takeSeat, whenHere } from '../../../browser/script-registry';

// Before what is imported looks for it: asking the background for a script is all that is done with it.
const { sendMessage } = vi.hoisted(() => {
  const sendMessage = vi.fn(async () => {});
  Reflect.set(globalThis, 'browser', { runtime: { sendMessage } });
  return { sendMessage };
});

it('whichever of the two is there first, the peer is given what the script offers', () => {
  const heard: unknown[] = [];
  takeSeat('desk', 'first');
  whenHere('desk', (offer) => heard.push(offer));
  expect(heard).toEqual(['first']);
  whenHere('tracer', (offer) => heard.push(offer));
  expect(heard).toHaveLength(1);
  takeSeat('tracer', 'second');
  expect(heard).toEqual(['first', 'second']);
});

it('a peer that comes later in the same world is given it, and the one before nothing more', () => {
  const before = vi.fn();
  const after = vi.fn();
  whenHere('dock-host', before);
  takeSeat('dock-host', 'dock');
  whenHere('dock-host', after);
  takeSeat('dock-host', 'dock again');
  expect(before.mock.calls).toEqual([['dock']]);
  expect(after.mock.calls).toEqual([['dock'], ['dock again']]);
});

it('a script is asked for of the background, as often as it is called', () => {
  callFor('desk');
  callFor('desk');
  expect(sendMessage).toHaveBeenCalledTimes(2);
  expect(sendMessage).toHaveBeenCalledWith({ type: 'script-wanted', script: 'desk' });
});
