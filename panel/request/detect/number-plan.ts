/**
 * The numbering plans of the world. They weigh more than the whole panel, so only what looks like a phone
 * number loads them. The smallest set does: it has every country's lengths and patterns.
 */
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A number as it is dialed from anywhere, or `undefined` if no plan has it. */
export function toE164(number: string, region: string): string | undefined {
  const parsed = parsePhoneNumberFromString(number, asCountry(region));
  return parsed?.isValid() ? parsed.number : undefined;
}

/** What a setting or an old store calls a country may be none. */
function asCountry(region: string): CountryCode | undefined {
  return isSupportedCountry(region as CountryCode) ? (region as CountryCode) : undefined;
}
