import { describe, expect, it } from 'vitest';
import { linkify } from '../../../../panel/chat/linkify';

const hrefs = (text: string) => linkify(text).flatMap(({ href }) => (href === undefined ? [] : [href]));

describe('addresses in a message', () => {
  it.each([
    ['see https://example.com/a?b=c#d now', ['https://example.com/a?b=c#d']],
    ['http://example.com.', ['http://example.com/']],
    ['(see https://example.com/a)', ['https://example.com/a']],
    ['https://en.wikipedia.org/wiki/A_(b)', ['https://en.wikipedia.org/wiki/A_(b)']],
    ['(https://en.wikipedia.org/wiki/A_(b)).', ['https://en.wikipedia.org/wiki/A_(b)']],
    [
      '[https://example.com/?a[0]=1] (https://example.com/a_(b)_(c))',
      ['https://example.com/?a[0]=1', 'https://example.com/a_(b)_(c)'],
    ],
    ['HTTPS://EXAMPLE.COM, https://b.example!', ['https://example.com/', 'https://b.example/']],
    ['javascript:alert(1) data:text/html,x file:///etc/passwd', []],
    ['https://', []],
    ['<a href="https://example.com">x</a>', ['https://example.com/']],
    ['no address', []],
    [
      'look at www.example.com/a, or WWW.example.org.',
      ['https://www.example.com/a', 'https://www.example.org/'],
    ],
    ['www. and www', []],
    ['[https://example.com/a], {https://b.example}', ['https://example.com/a', 'https://b.example/']],
    ['https://example.com/?a[b]&c={d}', ['https://example.com/?a[b]&c={d}']],
    ['«https://example.com» „www.example.org“…', ['https://example.com/', 'https://www.example.org/']],
    ['https://example.com/a، https://b.example/c؟', ['https://example.com/a', 'https://b.example/c']],
    ['«alice@example.com» [bob@example.org]', ['mailto:alice@example.com', 'mailto:bob@example.org']],
    [
      'mail alice.b+c@example.com, (bob@example.org)!',
      ['mailto:alice.b+c@example.com', 'mailto:bob@example.org'],
    ],
    ['sip:alice@example.com alice@localhost @alice a@b@example.com alice@example.com/x', []],
  ])('%s', (text, expected) => {
    expect(hrefs(text)).toEqual(expected);
    expect(
      linkify(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});

describe('attack: a link is not what it looks like', () => {
  it.each([
    ['https://bank.example@evil.example/', 'a user name before the host'],
    ['https://bank.example:pass@evil.example/', 'a user name and password before the host'],
    ['http://@evil.example@bank.example/', 'two signs'],
  ])('%s stays text because of %s', (text) => {
    expect(linkify(text)).toEqual([{ text }]);
  });

  it('names the host in ASCII, where letters of another script look like those of a known one', () => {
    expect(linkify('https://еxample.com/')[0]).toMatchObject({ host: 'xn--xample-2of.com' });
  });

  it.each([
    ['https://example.com/\u202Egpj.exe', 'https://example.com/gpj.exe'],
    ['https://exam\u200Bple.com/', 'https://example.com/'],
    ['https://example.com/\u2066a\u2069', 'https://example.com/a'],
  ])('%j is shown and opened without marks that nobody sees', (text, url) => {
    expect(linkify(text)).toEqual([{ text: url, href: url, host: 'example.com' }]);
  });

  it('leaves the rest of a message as text behind fifty links', () => {
    const links = linkify('https://a.example '.repeat(60)).filter(({ href }) => href);
    expect(links).toHaveLength(50);
  });
});

it.each([
  ['.', 'x'],
  [')', ''],
  ['’', ' y'],
])('a link with a million times %j is read in one pass', (sign, tail) => {
  // A pass for each sign would be a million times a million steps, and not come to its end.
  const text = `https://example.com/${sign.repeat(1_000_000)}${tail}`;
  expect(
    linkify(text)
      .map((piece) => piece.text)
      .join(''),
  ).toHaveLength(text.length);
});

it.each([
  ['a', '@'],
  ['a@', ''],
  ['www.', ''],
  ['a.', '@b'],
])('a million times %j with %j behind is read in one pass', (sign, tail) => {
  const text = sign.repeat(1_000_000 / sign.length) + tail;
  expect(
    linkify(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});
