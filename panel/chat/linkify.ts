/** A piece of a message: words, or the address of a page. */
export type Piece = { text: string; href?: string };

const ADDRESS = /\bhttps?:\/\/[^\s<>"]+/gi;
/** What ends a sentence rather than an address. */
const TRAILING = /[.,;:!?'’”]+$/;

/** Splits a message at the addresses in it. Only http and https: no other scheme becomes a link. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutClosing(match[0].replace(TRAILING, ''));
    if (!URL.canParse(address)) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: address, href: new URL(address).href });
    end = match.index + address.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/** "(see https://example.com/)": the bracket belongs to the sentence, unless the address opened it. */
function withoutClosing(address: string): string {
  if (!address.endsWith(')') || address.includes('(')) return address;
  return address.slice(0, -1).replace(TRAILING, '');
}
