import { addressesAmid } from './amid';
import { hasAddress, pieces } from './entries';
import { plainText } from './plain-text';

/** Between two addresses, and a part of neither. */
const JOINT = /^(?:[\s,;|/&\u3001]|(?:and|und|et|og|y|or|oder|ou|eller|o)\s)+/u;

/** Behind an address in a text: the end of what it stands in. */
const CLOSING = /^[>)\]}"'\u201d\u00bb]+/;

/**
 * Puts each address of a line on a line of its own, with what stands before it: that may be a name. What
 * stands behind the last one is not lost either.
 */
export function onOwnLines(line: string): string {
  const cells = pieces(plainText(line)).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  const lines: string[] = [];
  let before = '';
  for (const cell of cells) {
    const text = before ? `${before}, ${cell.trim()}` : cell.trim();
    before = hasAddress(cell) ? '' : text;
    if (!before) lines.push(...oneEach(text));
  }
  if (before) lines.push(before);
  // Where none of them is known for an address, each may be one.
  return (lines.length > 1 ? lines : cells.map((cell) => cell.trim())).join('\n');
}

/** Cuts a text behind each address in it but the last. */
function oneEach(text: string): string[] {
  const numbers = text.split(/\s*\/\s*/);
  if (numbers.length > 1 && numbers.every((number) => /^(?:\D*\d){6}[^\p{L}@]*$/u.test(number)))
    return numbers;
  const found = addressesAmid(text);
  // Where it was read in another form, its places are others, too.
  if (found.length < 2 || found.some(({ behind }) => !text.endsWith(behind))) return [text];
  const ends = found.slice(0, -1).map(({ behind }) => {
    const [closing = ''] = CLOSING.exec(behind) ?? [];
    return text.length - behind.length + closing.length;
  });
  return [...ends, text.length].map((end, at) =>
    text
      .slice(ends[at - 1] ?? 0, end)
      .replace(JOINT, '')
      .trim(),
  );
}
