import { expect, test, vi } from 'vitest';
import { eventually } from './eventually';

test('a wait that ends well is told of if it was long, with what was there meanwhile', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  let attempts = 0;
  const inTwo = async () => {
    attempts += 1;
    return attempts % 2 === 0 ? { done: { value: attempts } } : { seen: 'a closed door' };
  };
  try {
    await eventually('the door', inTwo);
    expect(warn).not.toHaveBeenCalled();
    await eventually('the door', () => {
      vi.setSystemTime(Date.now() + 40_000);
      return inTwo();
    });
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(/^Waited 4\d{4} ms for the door, and saw: a closed door$/)],
    ]);
  } finally {
    warn.mockRestore();
    vi.useRealTimers();
  }
});
