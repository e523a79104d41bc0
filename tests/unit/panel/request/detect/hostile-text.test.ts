import { describe, expect, it, vi } from 'vitest';
import { clean } from '../../../../../panel/request/detect/clean';
import { detect } from '../../../../../panel/request/detect/detect';
import { entriesIn } from '../../../../../panel/request/detect/entries';

/** How often a function of texts ran while another did. */
function replacementsIn(run: () => void): number {
  const replace = vi.spyOn(String.prototype, 'replace');
  run();
  const { length } = replace.mock.calls;
  replace.mockRestore();
  return length;
}

describe('attack: a line of a file that takes long to read', () => {
  it.each([') ', ' "', '.)'])('reads a line of %j no more often than a shorter one', (piece) => {
    const [some, more] = [200, 800].map((count) =>
      replacementsIn(() => clean(`a@b.c ${piece.repeat(count)}`)),
    );
    expect(more).toBe(some);
  });

  it.each([
    ['-+1', 'a', '-'],
    ['', 'a', '-'],
    ['1', 'a', ':'],
    ['', 'a-', ' '],
    ['', 'x(', ')'],
    ['', '1', ' '],
    ['', '24/7', ' '],
    ['', 'a', '\u2022'],
  ])('reads %j, then %j and %j over and over, in steps and not in their cube', (before, some, more) => {
    const line = `${before}${some.repeat(1000 / some.length)}${more.repeat(1000)}z`;
    // The cube of one such line is a thousand million steps: of these, the test would not see the end.
    for (let count = 0; count < 50; count += 1) expect(entriesIn(line)).toHaveLength(1);
  });

  it('takes off what stands around an address several times', () => {
    expect(clean('- "(<alice@example.com>)".')).toBe('<alice@example.com>');
  });

  it('does not read a text that grows beyond the limit in plain characters', async () => {
    const text = '\ufdfa'.repeat(2000);
    expect(await detect(text, 'NO')).toMatchObject({ kind: 'address', destination: text });
  });
});
