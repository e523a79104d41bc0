/** Which numbers cost more than others. The tables with the kinds of numbers are large: loaded when needed. */
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Concern, ConcernSettings } from './concerns';

const EXPENSIVE = ['PREMIUM_RATE', 'SHARED_COST'];

/** What there is to ask about a phone number before it is dialled. */
export function concernOf(
  number: string,
  { region, premium, foreign }: ConcernSettings,
): Concern | undefined {
  const home = isSupportedCountry(region as never) ? (region as never) : undefined;
  const parsed = parsePhoneNumberFromString(number, home);
  if (!parsed) return undefined;
  if (premium && EXPENSIVE.includes(parsed.getType() ?? '')) return 'premium';
  const callingCode = home && parsePhoneNumberFromString(number, home)?.country;
  if (foreign && home && callingCode !== home) return 'foreign';
  return undefined;
}
