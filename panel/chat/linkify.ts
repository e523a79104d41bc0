/**
 * A piece of a message: words, or the address of a page. `host` is where a link leads, as the browser
 * writes it.
 */
export type Piece = { text: string; href?: string; host?: string };

const URL_PATTERN = /\bhttps?:\/\/[^\s<>"]+/gi;

/** Characters that end a sentence rather than a URL. */
const SENTENCE_END = new Set(".,;:!?'’”");

/**
 * Characters that turn the direction of the text around them or are not seen at all: with them a URL can be
 * shown as another one. @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const INVISIBLE = /[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/gu;

/** More links than these in one message stay text: a page of links is nobody's message. */
const MAX_LINKS = 50;

/**
 * Splits a message at the URLs in it. Only http and https become links, and only without user and password:
 * `user@` before the host makes it look like another. Takes time in proportion to the text.
 */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  let links = 0;
  for (const match of text.matchAll(URL_PATTERN)) {
    if (links === MAX_LINKS) break;
    const found = withoutSentenceEnd(match[0]);
    const url = readUrl(found.replace(INVISIBLE, ''));
    if (!url) continue;
    links += 1;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: found.replace(INVISIBLE, ''), href: url.href, host: url.host });
    end = match.index + found.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

function readUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.username === '' && url.password === '' ? url : undefined;
}

/** "(see https://example.com/)": the bracket belongs to the sentence, unless the URL opened it. */
function withoutSentenceEnd(found: string): string {
  const url = trimEnd(found);
  return url.endsWith(')') && !url.includes('(') ? trimEnd(url.slice(0, -1)) : url;
}

/** One step a character. A pattern anchored at the end only would try each of a thousand full stops anew. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && SENTENCE_END.has(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
