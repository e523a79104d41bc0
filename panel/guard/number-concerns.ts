/** Which numbers cost more than others. The tables with the kinds of numbers are large: loaded when needed. */
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Concern, ConcernSettings } from './concerns';

const EXPENSIVE: readonly (string | undefined)[] = ['PREMIUM_RATE', 'SHARED_COST'];

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
