import { plainText } from './plain-text';

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** `<a href="sip:alice@x">Alice</a>` is `Alice <sip:alice@x>`. */
const LINK = /<a\s(?:[^<>]*\s)?href\s*=\s*(?:(["'])([^<>]*?)\1|([^\s"'<>]+))[^<>]*>([^<>]*)(?:<\/a>)?/gi;
/** The same in Markdown: `[Alice](sip:alice@x "Alice")`. */
const MARKDOWN_LINK = /!?\[([^[\]]*)\]\(\s*<?([^\s()<>]*[:@][^\s()<>]*)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g;
/** Some mail programs put an address and the link to it into one pair of brackets. */
const TWICE = /<([^\s<>]+)<([^<>]+)>>/g;
/** Between these tags of HTML, one thing ends and another begins. */
const CELL = /<\/?(?:br|p|div|li|ul|ol|td|th|tr|table|tbody|thead|h[1-6])(?:\s[^<>]*)?\/?>/gi;
/** Tags that say how a text looks. `<b>` may be an address in brackets, where nothing closes it. */
const STYLE = /<(b|i|u|s|em|strong|span|font|code|pre|small)(?:\s[^<>]*)?>([^<>]*)<\/\1>/gi;
/** Any other element, as in `<uri>sip:alice@x</uri>`. */
const ELEMENT = /<([a-z][\w:-]*)(?:\s[^<>]*)?>([^<>]+)<\/\1>/gi;

/** `alice (at) example (dot) com`, as people write where machines read along. */
const AT_IN_WORDS = /\s?(?:\(at\)|\[at\]|\{at\})\s?/gi;
const DOT_IN_WORDS = /\s?(?:\(dot\)|\[dot\]|\{dot\})\s?/gi;

/** Turns a piece of HTML or XML into a line of text; whatever has no tag stays as it is. */
export function withoutMarkup(line: string): string {
  const plain = line.includes('&') ? plainText(withoutEntities(line)) : line;
  const text = plain.replace(MARKDOWN_LINK, '$1 <$2>').replace(AT_IN_WORDS, '@').replace(DOT_IN_WORDS, '.');
  if (!text.includes('<')) return text;
  return text
    .replace(TWICE, '<$2>')
    .replace(STYLE, '$2')
    .replace(LINK, '$4 <$2$3>')
    .replace(ELEMENT, '\t$2\t')
    .replace(CELL, '\t')
    .trim();
}

const withoutEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,4}));/gi, (all, decimal, hex, name) =>
    name
      ? (ENTITIES[name.toLowerCase()] ?? all)
      : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  );
