// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchUnansweredPress } from '../../../plugin/external-chat/unanswered-press';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watch() {
  const notify = vi.fn();
  const repeat = vi.fn();
  return { press: watchUnansweredPress(notify, repeat), notify, repeat };
}

it('tells the user after one second that the page has no chat, once for several presses', () => {
  const { press, notify } = watch();
  press.onPress(true);
  press.onPress(true);
  vi.advanceTimersByTime(999);
  expect(notify).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(notify).toHaveBeenCalledTimes(1);
  press.onPress(true);
  vi.advanceTimersByTime(1_000);
  expect(notify).toHaveBeenCalledTimes(2);
});

it('says nothing once the top window has sent anything, even something unreadable', () => {
  const { press, notify, repeat } = watch();
  press.onAnswer();
  press.onPress(true);
  vi.advanceTimersByTime(60_000);
  expect(notify).not.toHaveBeenCalled();
  expect(repeat).not.toHaveBeenCalled();
});

it.each([
  ['repeats the last press for a top window that greets', 30_000, { name: 'hello' as const }, [[true]]],
  [
    'repeats it for one that states something else later',
    1_000,
    { name: 'toggle-chat-button-state' as const, active: false },
    [[true]],
  ],
  ['does not repeat it if it is done', 500, { name: 'toggle-chat-button-state' as const, active: true }, []],
  [
    'does not repeat it for one that states at once that it stays as it is',
    500,
    { name: 'toggle-chat-button-state' as const, active: false },
    [],
  ],
  [
    'does not repeat it for one that has something else to say',
    5_000,
    { name: 'toggle-chat-badge' as const, visible: true, count: undefined },
    [],
  ],
  ['forgets it after half a minute', 30_001, { name: 'hello' as const }, []],
])('%s', (_what, after, message, repeated) => {
  const { press, repeat } = watch();
  press.onPress(true);
  vi.advanceTimersByTime(after);
  press.onAnswer(message);
  press.onAnswer(message);
  expect(repeat.mock.calls).toEqual(repeated);
});

it('says nothing if the answer comes within the second', () => {
  const { press, notify } = watch();
  press.onPress(true);
  press.onAnswer({ name: 'toggle-chat-button-state', active: true });
  vi.advanceTimersByTime(5_000);
  expect(notify).not.toHaveBeenCalled();
});
