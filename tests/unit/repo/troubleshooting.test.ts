import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const texts = Object.values(JSON.parse(readFileSync('locales/en.json', 'utf8')) as Record<string, string>);
/** Each text as a pattern, in which a gap matches anything. Texts with few letters would match too much. */
const patterns = texts
  .filter((text) => (text.replace(/\{\w+\}/g, '').match(/\p{L}/gu)?.length ?? 0) >= 6)
  .map(
    (text) =>
      new RegExp(
        `^${text
          .split(/\{\w+\}/)
          .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .join('.+')}$`,
      ),
  );

/** The first cells of the tables with messages of the interface. */
const messages = readFileSync('docs/use/troubleshooting.md', 'utf8')
  .split('| you see |')
  .slice(1)
  .flatMap((table) => table.slice(0, table.indexOf('\n\n')).split('\n').slice(2))
  .map((row) => row.split(' | ')[0]?.replace(/^\| /, '') ?? '');

it('docs/use/troubleshooting.md has messages of each kind', () => {
  expect(messages.length).toBeGreaterThan(25);
});

it.each(messages)('docs/use/troubleshooting.md quotes the interface: %s', (message) => {
  // “Failed: … Only hosts can dial out.” is a state with its hint.
  const [state = '', hint] = message.split(/(?<=: …) /);
  expect(patterns.some((pattern) => pattern.test(state))).toBe(true);
  if (hint) expect(patterns.some((pattern) => pattern.test(hint))).toBe(true);
});
