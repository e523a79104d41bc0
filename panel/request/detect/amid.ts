import { clean } from './clean';

/** Around an address in a sentence, a command or a piece of code. */
const AROUND = String.raw`\s"<>()[\]{}|,;`;
const WORD = `[^@${AROUND}]`;
const HOST = String.raw`[^@'/${AROUND}]+(?:;[\w-]+=[^'/${AROUND}]+)*`;
const DIGITS = String.raw`\+\d[\d\s().\-/\u2010-\u2015]*\d`;
const TONES = String.raw`(?:[,;pPwW][\d*#,;pPwW]*[\d*#])?`;

/** What cannot be anything but an address, wherever it stands. */
const CERTAIN = new RegExp(
  `(?<![^'=:/${AROUND}])(?:${[
    String.raw`[a-z][a-z\d+.-]*:\/\/[^\s"'<>]+`,
    String.raw`(?:tel|callto|phone):\s?${DIGITS}(?![\d\p{L}@])`,
    String.raw`(?:sips?|h\.?323|mssip|mailto|tel|callto|pexip):\s?[^${AROUND}]+(?:;[\w-]+=[^${AROUND}]+)*`,
    String.raw`${DIGITS}${TONES}\s?@${HOST}`,
    `(?!')${WORD}+@${HOST}`,
    String.raw`${DIGITS}(?![\d\p{L}@])${TONES}`,
    String.raw`\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?:##[^${AROUND}]+)?(?![\d.:/-]*[\d\p{L}@/])`,
  ].join('|')})`,
  'giu',
);

/** A piece of a text that is an address, and what stands before and behind it. */
type Standing = { address: string; before: string; behind: string };

/**
 * Returns the addresses that stand in other text: `please call alice@example.com at 3`. Each is there once,
 * and a number only with its country: the digits of others may be an amount, a date or a PIN.
 */
export function addressesAmid(line: string): readonly Standing[] {
  const found = new Map<string, Standing>();
  const text = line.replace(/\s*(@|##|;(?=\s*[\w-]+=))\s*/g, '$1');
  // Spaces around its signs are of the address itself.
  if (!/\s/.test(text)) return [];
  for (const { 0: match, index } of text.matchAll(CERTAIN)) {
    const isNumber = match.startsWith('+') && !match.includes('@');
    if (isNumber && !/^(?:\D*\d){7}/.test(match)) continue;
    const key = addressKeyOf(match);
    if (found.has(key)) continue;
    const behind = text.slice(index + match.length);
    found.set(key, { address: clean(match), before: text.slice(0, index), behind });
  }
  return [...found.values()];
}

/** Mail programs and links have an address twice: `+47 22 33 44 55 <tel:+4722334455>`. */
export const addressKeyOf = (address: string): string => {
  const bare = clean(address).replace(/^(?:mailto|sips?|tel|callto):\/*/i, '');
  return (/^\+[^@]*$/.test(bare) ? bare.replace(/[^+\d]/g, '') : bare).toLowerCase();
};

/** One word in small letters before an address may be the rest of it: `alice smith@x`. These are not. */
const MAY_BE_ONE = /^(?!(?:call|dial|ring|join|to|contact)\s)\p{Ll}+ \S+$/u;

/** A number with its host: `+47 22 33 44 55,,1234#@gateway`. */
const NUMBER_AT_HOST = /^[+(]?\d[\d\s().,;*#\-/]*@\S+$/;

/** Whether a text with a space in it is perhaps one address. */
export const mayBeOne = (text: string): boolean => MAY_BE_ONE.test(text) || NUMBER_AT_HOST.test(text);
