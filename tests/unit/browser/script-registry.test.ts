import { beforeEach, expect, it, vi } from 'vitest';
import { SIDE_SCRIPTS } from '../../../browser/runtime-messages';
import { provide, requestScript, whenLoaded } from '../../../browser/script-registry';

// Before what is imported looks for it: asking the background for a script is all that is done with it.
const { sendMessage } = vi.hoisted(() => {
  const sendMessage = vi.fn(async () => {});
  Reflect.set(globalThis, 'browser', { runtime: { sendMessage } });
  return { sendMessage };
});

// A world without scripts.
beforeEach(() => {
  for (const script of SIDE_SCRIPTS)
    Reflect.deleteProperty(globalThis, Symbol.for(`external-chat.${script}`));
});

it('gives the peer what a script provides, whichever of the two is there first', () => {
  const provided: unknown[] = [];
  provide('dock-host', 'first');
  whenLoaded('dock-host', (each) => provided.push(each));
  expect(provided).toEqual(['first']);
  whenLoaded('tracer', (each) => provided.push(each));
  expect(provided).toHaveLength(1);
  provide('tracer', 'second');
  expect(provided).toEqual(['first', 'second']);
});

it('a peer that comes later in the same world is given it, and the one before nothing more', () => {
  const before = vi.fn();
  const after = vi.fn();
  whenLoaded('dock-host', before);
  provide('dock-host', 'dock');
  whenLoaded('dock-host', after);
  provide('dock-host', 'dock again');
  expect(before.mock.calls).toEqual([['dock']]);
  expect(after.mock.calls).toEqual([['dock'], ['dock again']]);
});

it('a script is asked for of the background, as often as it is called', () => {
  requestScript('tracer');
  requestScript('tracer');
  expect(sendMessage).toHaveBeenCalledTimes(2);
  expect(sendMessage).toHaveBeenCalledWith({ type: 'script-wanted', script: 'tracer' });
});
