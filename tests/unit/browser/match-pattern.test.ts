import { describe, expect, it } from 'vitest';
import { readMatches } from '../../../browser/build/match-pattern';

describe('EXTERNAL_CHAT_MATCHES', () => {
  it.each([
    'https://meet.example.com/*',
    'http://localhost/*',
    '*://*.example.com/*',
    'https://*/*',
    'https://intranet/*',
    'https://10.0.0.7/*',
    'https://portal.example.com/visit/*',
    'https://portal.example.com/visit?room=*',
    'https://xn--mten-gra.example/*',
    '<all_urls>',
  ])('accepts the match pattern %s', (pattern) => {
    expect(readMatches(pattern)).toEqual([pattern]);
  });

  it('accepts several, separated by spaces, commas, semicolons or line breaks, and drops repeats', () => {
    const [one, other] = ['https://a.example/*', 'https://b.example/*'];
    for (const text of [
      `${one} ${other}`,
      `${one},${other}`,
      `${one}; ${other}`,
      ` ${one}\n${other} ${one}\n`,
    ])
      expect(readMatches(text)).toEqual([one, other]);
    expect(readMatches(' ')).toEqual([]);
  });

  it.each([
    ['meet.example.com', 'https://meet.example.com/*'],
    ['meet.example.com/*', 'https://meet.example.com/*'],
    ['*.example.com', 'https://*.example.com/*'],
    ['.example.com', 'https://*.example.com/*'],
    ['localhost:8080', 'https://localhost/*'],
    ['https://meet.example.com', 'https://meet.example.com/*'],
    ['https://meet.example.com/', 'https://meet.example.com/*'],
    ['https://meet.example.com/webapp3', 'https://meet.example.com/*'],
    ['https://meet.example.com*', 'https://meet.example.com/*'],
    ['https://meet.example.com:8443/*', 'https://meet.example.com/*'],
    ['https://meet.example.com:*/*', 'https://meet.example.com/*'],
    ['https://ann@meet.example.com/*', 'https://meet.example.com/*'],
    ['https://meet*.example.com/*', 'https://*.example.com/*'],
    ['https://*meet.example.com/*', 'https://*.example.com/*'],
    ['https://meet.*.example.com/*', 'https://*.example.com/*'],
    ['https://Meet.Example.com/*', 'https://meet.example.com/*'],
    ['https://møten.example/*', 'https://xn--mten-gra.example/*'],
    ['HTTP://meet.example.com/*', 'http://meet.example.com/*'],
    ['wss://meet.example.com/*', 'https://meet.example.com/*'],
    ['https://meet.example.com/#/*', 'https://meet.example.com/*'],
    ['"https://meet.example.com/*"', 'https://meet.example.com/*'],
    ['https://', undefined],
    ['*', 'https://*/*'],
    ['*.', undefined],
    ['https://meet.*/*', undefined],
    ['file:///*', undefined],
  ])('refuses %s and names the pattern that was meant: %s', (given, meant) => {
    const use = meant ?? 'one such as https://meet.example.com/*';
    expect(() => readMatches(given)).toThrow(
      `EXTERNAL_CHAT_MATCHES: "${given}" isn’t a match pattern for whole sites. Use ${use}`,
    );
    if (meant) expect(readMatches(meant)).toEqual([meant]);
  });

  it('names every wrong pattern, each on its line', () => {
    expect(() => readMatches('a.example https://b.example/* c.example')).toThrow(
      /"a\.example".*\n.*"c\.example"/,
    );
  });
});
