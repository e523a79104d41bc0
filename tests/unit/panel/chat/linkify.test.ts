import { describe, expect, it } from 'vitest';
import { linkify } from '../../../../panel/chat/linkify';

const hrefs = (text: string) => linkify(text).flatMap(({ href }) => (href === undefined ? [] : [href]));

describe('addresses in a message', () => {
  it.each([
    ['see https://example.com/a?b=c#d now', ['https://example.com/a?b=c#d']],
    ['http://example.com.', ['http://example.com/']],
    ['(see https://example.com/a)', ['https://example.com/a']],
    ['https://en.wikipedia.org/wiki/A_(b)', ['https://en.wikipedia.org/wiki/A_(b)']],
    ['HTTPS://EXAMPLE.COM, https://b.example!', ['https://example.com/', 'https://b.example/']],
    ['javascript:alert(1) data:text/html,x file:///etc/passwd', []],
    ['https://', []],
    ['<a href="https://example.com">x</a>', ['https://example.com/']],
    ['no address', []],
  ])('%s', (text, expected) => {
    expect(hrefs(text)).toEqual(expected);
    expect(
      linkify(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});
