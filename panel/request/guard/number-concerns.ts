/**
 * Which numbers cost more than others. The tables with the kinds of numbers are large: loaded when needed.
 */
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { readPhoneText } from '../detect/phone';
import type { Concern, ConcernSettings } from './concern';

const EXPENSIVE: readonly (string | undefined)[] = ['PREMIUM_RATE', 'SHARED_COST'];

/** The phone number that a destination calls: `+4782012345@gateway.example.com` calls one as well. */
export function numberIn(destination: string): string | undefined {
  const [user = ''] = plainText(destination)
    .replace(/^(?:(?:sips?|h323|mssip|tel|callto|phone):\/*)+/i, '')
    .split(/[@;]/);
  return readPhoneText(user)?.number;
}

/** A node reads escapes. Neither spaces around a number nor marks that nobody sees change who is called. */
function plainText(text: string): string {
  let plain = text;
  // An escape can be escaped itself.
  for (let round = 0; round < MAX_ROUNDS && plain.includes('%'); round++) plain = unescaped(plain);
  return plain.normalize('NFKC').replace(INVISIBLE, '').trim();
}

const MAX_ROUNDS = 4;

/** Control and format characters, and everything else that is drawn as nothing. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

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
