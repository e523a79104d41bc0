import { language } from '../locales/language';
import { OPTIONS_STRINGS } from '../strings/options';
import { COUNTRY_CODES } from './country-codes';

/** Every country that has a numbering plan, by name, after the choice to have none. */
export function countries(): readonly (readonly [string, string])[] {
  const names = new Intl.DisplayNames(language(), { type: 'region' });
  const all = COUNTRY_CODES.map((code) => [code, names.of(code) ?? code] as const);
  all.sort(([, one], [, other]) => one.localeCompare(other, language()));
  return [['', OPTIONS_STRINGS.noCountry], ...all];
}
