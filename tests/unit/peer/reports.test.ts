import { expect, it } from 'vitest';
import { isOthersDoing } from '../../../peer/messenger';

it('a report that the peer has caused is nobody else’s, and one more is', () => {
  const entry = { unreported: 2 };
  expect([1, 2, 3].map(() => isOthersDoing(entry))).toEqual([false, false, true]);
});

it('what others did before, however often, is not held against what the peer does later', () => {
  const entry = { unreported: 0 };
  for (let times = 0; times < 3; times++) isOthersDoing(entry);
  entry.unreported += 1;
  expect(isOthersDoing(entry)).toBe(false);
});
