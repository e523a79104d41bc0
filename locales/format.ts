import { language } from './language';

/** Makes a formatter for each language once: they are expensive to make. */
function perLanguage<T>(make: (language: string) => T): () => T {
  const made = new Map<string, T>();
  return () => {
    const wanted = language();
    // The digits of addresses and phone numbers, beside which these stand; Arabic has others in some countries.
    const known = made.get(wanted) ?? make(`${wanted}-u-nu-latn`);
    made.set(wanted, known);
    return known;
  };
}

const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

const numbers = perLanguage((tag) => new Intl.NumberFormat(tag, { useGrouping: 'min2' }));
const twoDigits = perLanguage((tag) => new Intl.NumberFormat(tag, { minimumIntegerDigits: 2 }));
const plurals = perLanguage((tag) => new Intl.PluralRules(tag));
const moments = perLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'short', timeStyle: 'short' }),
);
const times = perLanguage((tag) => new Intl.DateTimeFormat(tag, TIME));
const daysAndTimes = perLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { ...TIME, day: 'numeric', month: 'short' }),
);
const lists = perLanguage((tag) => new Intl.ListFormat(tag, { type: 'unit' }));

export const formatNumber = (value: number): string => numbers().format(value);

/** Day and time of a moment in milliseconds since the epoch. */
export const formatMoment = (at: number): string => moments().format(at);

/** The time of day of a moment, with the day in front unless that is today. */
export function formatTime(at: number): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return (isToday ? times() : daysAndTimes()).format(at);
}

/** Which of a text's plural forms a count takes. */
export const pluralForm = (count: number): Intl.LDMLPluralRule => plurals().select(count);

/** "1 joined, 1 failed" */
export const formatList = (parts: readonly string[]): string => lists().format(parts);

/** A length of time in milliseconds as `1:04`, or `1:02:03` from an hour on. */
export function formatElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  const padded = (value: number) => twoDigits().format(value);
  const tail = padded(seconds % 60);
  return minutes < 60
    ? `${formatNumber(minutes)}:${tail}`
    : `${formatNumber(Math.floor(minutes / 60))}:${padded(minutes % 60)}:${tail}`;
}
