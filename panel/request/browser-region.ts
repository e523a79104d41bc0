/**
 * Returns the country that the languages of a browser point to, as in `nb-NO` or `nb`; `undefined` where they
 * point to none. The first that names a country counts, or else the usual country of the first language.
 */
export function browserRegion(languages: readonly string[]): string | undefined {
  const locales = languages.flatMap(localeOf);
  const named = locales.map(({ region }) => region).find(isCountry);
  return named ?? [locales[0]?.maximize().region].find(isCountry);
}

/** A browser can be set to a language tag that is none. */
function localeOf(tag: string): Intl.Locale[] {
  try {
    return [new Intl.Locale(tag)];
  } catch {
    return [];
  }
}

/** `419` is Latin America, and no country. */
const isCountry = (region: string | undefined): region is string => /^[A-Z]{2}$/.test(region ?? '');
