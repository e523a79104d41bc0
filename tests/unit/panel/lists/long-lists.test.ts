import { describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../../../protocol/limits';
import { read } from './read-lines';

describe('a line without end', () => {
  it.each(['a', 'a ', 'a) ', '((', '"', 'a.', '+', '<', 'a@b ', '1 '])(
    'of %j is looked at once',
    async (sign) => {
      const targets = await read(sign.repeat(400_000));
      expect(targets).toMatchObject([{ error: expect.any(String) }]);
    },
  );

  it('has everybody of a long mail in it, with their names', async () => {
    const people = Array.from({ length: 2_000 }, (_, at) => `"Smith; Alice ${at}" <alice${at}@example.com>`);
    const targets = await read(people.join('; '));
    expect(targets).toHaveLength(2_000);
    expect(targets[1_999]).toMatchObject({
      name: 'Smith; Alice 1999',
      request: { destination: 'alice1999@example.com' },
    });
  });
});

describe('attack: a list without end', () => {
  const tooMany = 'A list can have 5000 destinations. The lines from here on weren’t read.';

  it.each([
    ['lines', 'a@x\n'.repeat(20_000), LIMITS.list + 1],
    ['addresses in one line', 'a@x, b@x, '.repeat(10_000), 1],
    ['records of a table', `destination,role\n${'a@x,guest\n'.repeat(20_000)}`, LIMITS.list + 2],
  ])('is read up to a limit, in words: %s', async (_, text, line) => {
    const targets = await read(text);
    expect(targets).toHaveLength(LIMITS.list + 1);
    expect(targets.at(-1)).toMatchObject({ line, error: tooMany });
    expect(targets.slice(0, -1).every((each) => 'request' in each)).toBe(true);
  });

  it('lets the panel draw while it is read', async () => {
    const now = vi.spyOn(performance, 'now');
    // Each step takes long.
    let time = 0;
    now.mockImplementation(() => (time += 50));
    const turns = vi.spyOn(globalThis, 'setTimeout');
    await read('a@x\nb@x\nc@x');
    expect(turns.mock.calls.length).toBeGreaterThanOrEqual(3);
    now.mockRestore();
    turns.mockRestore();
  });
});
