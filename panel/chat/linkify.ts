/**
 * A piece of a message: words, or the address of a page. `host` is where a link leads, as the browser
 * writes it.
 */
type Piece = { text: string; href?: string; host?: string };

/** What may be an address: nothing in it ends before a space, so every character is looked at once. */
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"]+|(?<![^\s<>"([«„“])[^\s<>"([«„“@]{1,64}@[^\s<>"@]+/gi;

/** `user@domain.tld`, of which the domain is read as that of a URL. */
const MAIL = /^[\w.+-]+@([^/?#:@]+\.[^/?#:@]+)$/;

/** Characters that end a sentence or a quotation rather than a URL, in many languages. */
const SENTENCE_END = ".,;:!?…'’‘”“»«،؛؟。，、！？";

/** What ends with each bracket, and began with the other. */
const BRACKETS = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/**
 * Characters that turn the direction of the text around them or are not seen at all: with them a URL can be
 * shown as another one. @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const INVISIBLE = /[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/gu;

/** More links than these in one message stay text: a page of links is nobody's message. */
const MAX_LINKS = 50;

/**
 * Splits a message at the addresses in it: http and https, `www.`, and mail. URLs become links only without
 * user and password: `user@` before the host makes it look like another. Takes time in proportion to the
 * text.
 */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  let links = 0;
  for (const match of text.matchAll(ADDRESS)) {
    if (links === MAX_LINKS) break;
    const found = withoutSentenceEnd(match[0]);
    const link = readLink(found.replace(INVISIBLE, ''));
    if (!link) continue;
    links += 1;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: found.replace(INVISIBLE, ''), ...link });
    end = match.index + found.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

function readLink(text: string): { href: string; host: string } | undefined {
  const domain = MAIL.exec(text)?.[1];
  const address = domain ? `https://${domain}` : /^www\./i.test(text) ? `https://${text}` : text;
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return undefined;
  const { href, host, username, password } = new URL(address);
  if (domain) return { href: `mailto:${text}`, host };
  return username === '' && password === '' ? { href, host } : undefined;
}

/** "(see https://example.com/)": the bracket belongs to the sentence, unless the URL opened it. */
function withoutSentenceEnd(found: string): string {
  /** How many more of each bracket are closed than were opened. */
  const extra = new Map(
    [...BRACKETS].map(([close, open]) => [close, count(found, close) - count(found, open)]),
  );
  // One step a character. A pattern anchored at the end only would try each of a thousand full stops anew.
  let end = found.length;
  for (; end > 0; end -= 1) {
    const sign = found.charAt(end - 1);
    const more = extra.get(sign) ?? 0;
    if (more > 0) extra.set(sign, more - 1);
    else if (!SENTENCE_END.includes(sign)) break;
  }
  return found.slice(0, end);
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;
