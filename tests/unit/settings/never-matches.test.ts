import { describe, expect, it } from 'vitest';
import { isAllowed } from '../../../settings/allow-list/allow-list';
import { neverMatches } from '../../../settings/allow-list/never-matches';
import { readPolicy } from '../../../settings/read-policy';

/** Patterns as somebody writes them by mistake: for another program, with a slip, or two in one. */
const UNREADABLE = [
  ['nothing', ' '],
  ['no user before the sign', '@example.com'],
  ['a regular expression', String.raw`^.*@example\.com$`],
  ['another regular expression', '(.*)?'],
  ['two patterns in one', '*@a.example, *@b.example'],
  ['two signs', '*@*@example.com'],
  ['a host that begins with a full stop', '*@.example.com'],
  ['a host with a space', '*@exam ple.com'],
  ['a path behind an address', '*@example.com/*'],
  ['a query', '+47?*'],
  ['an escape', '*%40example.com'],
  ['a step out of a folder', 'rtmp://live.example/../*'],
  ['HTML', '<*@example.com>'],
] as const;

/** They can be read, and what they are for is nothing that is ever dialed. */
const IMPOSSIBLE = [
  ['a host with two full stops', '*@example..com'],
  ['a port that is none', '*@example.com:99999'],
  ['an IP address that is none', '10.0.300.*'],
  ['a number with spaces', '+47 22 *'],
  ['a number with a dash', '+47-*'],
] as const;

const GOOD = [
  ...['*', ' * ', '**', '*@example.com', 'sip:*@example.com', '*@*', '*@*.example.com', '+47*', '1*', '*11'],
  ...['john*', 'john.*', 'room-*@rooms.example', '*@[2001:db8::1]', '2001:db8::*', '10.0.0.*', '10.0.0.5##*'],
  ...[
    'rtmp://live.example.com/*',
    'rtmp://*.example.com:1935/app/*',
    '*@example.com:50*',
    '*@bücher.example',
  ],
  ...['22334455', '+4722334455;ext=*', '*.example.com', 'meeting room *', 'alice@example.com;maddr=10.0.0.1'],
];

describe('a pattern of the allow-list', () => {
  it.each([...UNREADABLE, ...IMPOSSIBLE])(
    'that is %s is told of, with its place and what to write',
    (_, pattern) => {
      const { problems, allows } = readPolicy({ allow: ['*@good.example', pattern] });
      expect(problems).toEqual([
        expect.stringContaining(`allow, entry 2: “${pattern}” matches no destination.`),
      ]);
      expect(allows?.('alice@good.example')).toBe(true);
    },
  );

  it.each(UNREADABLE)('that is %s matches nothing that its stars could stand for', (_, pattern) => {
    for (const filling of ['', '1', 'a', 'alice', 'a.b', '22334455']) {
      const destination = pattern.replaceAll('*', filling);
      if (destination.trim() !== pattern.trim()) expect(isAllowed(destination, [pattern])).toBe(false);
    }
  });

  it.each(GOOD)('%s is not told of', (pattern) => {
    expect(neverMatches(pattern)).toBe(false);
    expect(readPolicy({ allow: [pattern] }).problems).toEqual([]);
  });

  it('has its problems cut and counted, however long and many there are', () => {
    const { problems } = readPolicy({ allow: Array.from({ length: 20_000 }, () => `@${'*('.repeat(50)}`) });
    expect(problems).toHaveLength(51);
    expect(problems[0]?.length).toBeLessThan(400);
  });
});
