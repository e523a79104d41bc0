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
/** A code of a phone system before a number, such as `*31#`, and what is no part of one behind it. */
const CODE = /^[*#]+\d*[*#]/;
const BEHIND = /[^\d\s+().\-/[\]_|,;pPwWextn=].*$/;

/** The phone number that a destination calls: `+4782012345@gateway.example.com` calls one as well. */
export function numberIn(destination: string): string | undefined {
  const text = unescapedText(destination);
  if (/^rtmps?:|^(?:sips?:|h323:)?\[?(?=[\da-f]*[.:])[\da-f.:]*\]?(?:##|$)/i.test(text)) return undefined;
  const [, country = ''] = /;phone-context=(\+\d+)/i.exec(text) ?? [];
  const [user = ''] = text.replace(SCHEMES, '').split(/[@;]/);
  const called = country && !user.startsWith('+') ? country + user : user.replace(CODE, '');
  const found =
    readPhoneText(called) ?? readPhoneText(IN_FULL.exec(called)?.[0] ?? called.replace(BEHIND, ''));
  return found && digitsOf(found.number);
}

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

/** What there is to ask about a phone number before it is dialled. */
export function concernOf(
  number: string,
  { region, premium, foreign }: ConcernSettings,
): Concern | undefined {
  const home = isSupportedCountry(region as CountryCode) ? (region as CountryCode) : undefined;
  const parsed = parsePhoneNumberFromString(number, home);
  if (!parsed) return undefined;
  if (premium && EXPENSIVE.includes(parsed.getType())) return 'premium';
  // Numbers that belong to no country, such as those of satellites, are not home either.
  return foreign && home && parsed.country !== home ? 'foreign' : undefined;
}
