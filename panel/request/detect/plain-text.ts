/** Characters that nobody sees: marks of direction, selectors, fillers, pictures, half characters. */
const UNSEEN =
  /\p{Default_Ignorable_Code_Point}|\u20e3|[\ufff9-\ufffc]|\p{Cs}|(?![\t\n\v\f\r\u0085])\p{Cc}/gu;

/** Spaces, among them two that `\s` does not have. The tab stays: it separates cells. */
const SPACES = /[^\S\t]+|[\u0085\u2800]+/gu;

/**
 * Returns a text in the characters that a keyboard has: compatibility forms (`＠`, `０`) become plain ones,
 * digits of all scripts become 0 to 9, and what nobody sees goes.
 */
export const plainText = (text: string): string =>
  text
    // Its compatibility form is a space with an accent.
    .replaceAll('\u00b4', "'")
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(SPACES, ' ')
    .replace(/\u2795/gu, '+')
    .replace(/(?![0-9])\p{Nd}/gu, asciiDigit)
    .trim();

/** Unicode lists the ten digits of a script side by side, and zero begins each ten. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}
