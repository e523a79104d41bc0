/**
 * Which numbers cost more than others. The tables with the kinds of numbers are large: loaded when needed.
 */
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { readPhoneText } from '../detect/phone';
import type { Concern, ConcernSettings } from './concern';

const EXPENSIVE: readonly (string | undefined)[] = ['PREMIUM_RATE', 'SHARED_COST'];

/** The phone number that a destination calls: `+4782012345@gateway.example.com` calls one as well. */
export function numberIn(destination: string): string | undefined {
  const [user = ''] = destination.replace(/^(sips?|h323|tel):/i, '').split('@');
  return readPhoneText(user)?.number;
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
