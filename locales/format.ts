import { isolated, language } from './language';

/** Caches one formatter per language; creating them is expensive. */
export function perLanguage<T>(make: (language: string) => T): () => T {
  let madeFor = '';
  let made: T;
  return () => {
    if (madeFor !== language()) {
      madeFor = language();
      // The digits of addresses and phone numbers, beside which these stand; Arabic has others in some
      // countries.
      made = make(`${madeFor}-u-nu-latn`);
    }
    return made;
  };
}

const numbers = perLanguage((tag) => new Intl.NumberFormat(tag, { useGrouping: 'min2' }));
const plurals = perLanguage((tag) => new Intl.PluralRules(tag));
const lists = perLanguage((tag) => new Intl.ListFormat(tag, { type: 'unit' }));

/** A number as the user’s language writes it. */
export const formatNumber = (value: number): string => numbers().format(value);

/** Which of a text's plural forms a count takes. */
export const pluralForm = (count: number): Intl.LDMLPluralRule => plurals().select(count);

/** "1 joined, 1 failed" */
export const formatList = (parts: readonly string[]): string => lists().format(parts.map(isolated));

/** A length of time in milliseconds as `1:04`, or `1:02:03` from an hour on. */
export function formatElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  const parts = minutes < 60 ? [minutes] : [Math.floor(minutes / 60), minutes % 60];
  return [...parts, seconds % 60].map((part, at) => String(part).padStart(at && 2, '0')).join(':');
}
