import type { English, Plural } from '../strings';
import { isPlural, textKeyOf } from '../strings';
import type { Source, Texts } from './sources';

/** Counts up to here need a plural form of their own; `many` of French and Spanish begins with a million. */
const USUAL_COUNTS = 200;

/** The plural forms that a language needs for the counts that occur here. */
function pluralFormsOf(language: string): Intl.LDMLPluralRule[] {
  const rules = new Intl.PluralRules(language);
  const forms = Array.from({ length: USUAL_COUNTS + 1 }, (_, count) => rules.select(count));
  return [...new Set<Intl.LDMLPluralRule>([...forms, 'other'])].toSorted();
}

/** Every key that a language has to have, with the English of it. */
export const formsOf = (sources: readonly Source[], language: string): Texts =>
  Object.fromEntries(sources.flatMap(({ area, english }) => group(area, english, pluralFormsOf(language))));

function group(path: string, english: English, forms: readonly Intl.LDMLPluralRule[]): [string, string][] {
  return Object.entries(english).flatMap(([name, entry]) => {
    const key = textKeyOf(path, name);
    if (typeof entry === 'string') return [[key, entry]];
    return isPlural(entry) ? plural(key, entry, forms) : group(key, entry, forms);
  });
}

const plural = (key: string, entry: Plural, forms: readonly Intl.LDMLPluralRule[]): [string, string][] =>
  forms.map((form) => [textKeyOf(key, form), entry[form] ?? entry.other]);
