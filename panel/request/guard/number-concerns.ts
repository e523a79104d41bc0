/**
 * Which numbers cost more than others. The tables with the kinds of numbers are large: loaded when needed.
 */
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { digitsOf, readPhoneText } from '../detect/phone';
import { plainText } from '../detect/plain-text';
import type { Concern, ConcernSettings } from './concern';

const EXPENSIVE: readonly (string | undefined)[] = ['PREMIUM_RATE', 'SHARED_COST'];

/** Schemes, also of other programs, and one before another. */
const SCHEMES = /^[^\d+*#]*:\/*/;
/** A number in full, wherever it stands: behind a prefix for an outside line, a code or a name. */
const IN_FULL = /(?:\+|(?<!\d)00)[\d\s().\-/]*\d/;
/** A code of a phone system before a number, such as `*31#`, and what can’t be part of one after it. */
const CODE = /^[*#]+\d*[*#]/;
const BEHIND = /[^\d\s+().\-/[\]_|,;pPwWextn=].*$/;

/**
 * The phone numbers that a destination may call, the likeliest first: `+4782012345@gateway.example.com` calls
 * one as well. What a gateway makes of a prefix or of letters, only the gateway decides.
 */
export function numbersIn(destination: string): readonly string[] {
  const text = unescapedText(destination);
  if (/^rtmps?:|^(?:sips?:|h323:)?\[?(?=[\da-f]*[.:])[\da-f.:]*\]?(?:##|$)/i.test(text)) return [];
  const [, country = ''] = /;phone-context=(\+\d+)/i.exec(text) ?? [];
  const [user = '', host] = text.replace(SCHEMES, '').split(/[@;]/);
  const called = country && !user.startsWith('+') ? country + user : user.replace(CODE, '');
  const all = [called, behindOutsideLine(called), onKeypad(called, host === undefined)];
  return [...new Set(all.flatMap((each) => (each ? readNumber(each) : [])))];
}

function readNumber(called: string): string[] {
  const found =
    readPhoneText(called) ?? readPhoneText(IN_FULL.exec(called)?.[0] ?? called.replace(BEHIND, ''));
  return found ? [digitsOf(found.number)] : [];
}

/** A short number, and after a pause the one that is meant: `0,0047…`. Tones of a call stand behind more. */
const OUTSIDE_LINE = /^\s*[*#]*\d{1,5}[*#]*\s*[,;pw]+\s*(?=[+\d])/i;

const behindOutsideLine = (called: string): string | undefined =>
  OUTSIDE_LINE.test(called) ? called.replace(OUTSIDE_LINE, '') : undefined;

/** A number that ends in a word, as telephones show it: `+1 900 FLOWERS`. */
const WORD_NUMBER = /^[+(]?\d[\d\s().\-/]*[a-z][\da-z\s().\-/]*$/i;
const KEYS = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

/** Returns a number that ends in a word as the keys that are pressed for it. A name at a host is none. */
function onKeypad(called: string, isAlone: boolean): string | undefined {
  if (!WORD_NUMBER.test(called)) return undefined;
  const isNumber = isAlone || /^\s*(?:\+|00|011)/.test(called) || called === called.toUpperCase();
  return isNumber ? called.replace(/[a-z]/gi, keyOf) : undefined;
}

const keyOf = (letter: string): string =>
  String(2 + KEYS.findIndex((letters) => letters.includes(letter.toLowerCase())));

/** A node reads escapes. Neither spaces around a number nor marks that nobody sees change who is called. */
function unescapedText(text: string): string {
  let plain = text;
  // An escape can be escaped itself.
  for (let round = 0; round < MAX_ROUNDS && plain.includes('%'); round++) plain = unescaped(plain);
  return plainText(plain).replace(/[\t ]+/g, ' ');
}

const MAX_ROUNDS = 4;

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not all of it is well formed: what is, counts.
    return text.replace(/%[0-7][0-9a-f]/gi, (octet) =>
      String.fromCharCode(Number.parseInt(octet.slice(1), 16)),
    );
  }
}

/** What there is to ask about a phone number before it is dialed. */
export function concernOf(
  number: string,
  { region, premium, foreign }: ConcernSettings,
): Concern | undefined {
  const home = isSupportedCountry(region as CountryCode) ? (region as CountryCode) : undefined;
  const parsed = readingsOf(number).flatMap((each) => parsePhoneNumberFromString(each, home) ?? []);
  // A reading that is not a valid number anywhere is not the one that is called.
  const valid = parsed.filter((each) => each.isValid());
  if (premium && valid.some((each) => EXPENSIVE.includes(each.getType()))) return 'premium';
  const [likeliest] = [...valid, ...parsed];
  // Numbers that belong to no country, such as those of satellites, are not home either.
  return foreign && home && likeliest && likeliest.country !== home ? 'foreign' : undefined;
}

/** What is dialed before the number of another country, by country. */
const ABROAD = ['00', '011', '0011', '810', '010'];
/** Most systems have one digit for an outside line, some two or three. */
const MAX_OUTSIDE_DIGITS = 3;

/** A number as it stands, and as it is once its first digits have led to a line, or out of the country. */
function readingsOf(number: string): readonly string[] {
  if (number.startsWith('+')) return [number];
  const starts = Array.from({ length: MAX_OUTSIDE_DIGITS + 1 }, (_, count) => number.slice(count));
  return starts.flatMap((rest, count) => {
    const abroad = ABROAD.flatMap((prefix) =>
      rest.startsWith(prefix) ? [`+${rest.slice(prefix.length)}`] : [],
    );
    // Behind two digits or more, a national number could be the end of any other one.
    return count < 2 ? [...abroad, rest] : abroad;
  });
}
