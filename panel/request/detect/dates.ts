const TIME = String.raw`(?:\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:[ap]\.?m\.?|z|[+-]\d{2}:?\d{2})?)`;
const SIGN = String.raw`(?<sign>[./\-\u2010-\u2015])`;
const DATES = [
  String.raw`(?<year>(?:19|20)\d\d)${SIGN}(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})`,
  String.raw`(?<day>\d{1,2})${SIGN}\s?(?<month>\d{1,2})\k<sign>\s?(?<year>(?:19|20)?\d\d)`,
].map((date) => new RegExp(`^${date}(?:(?:,?\\s|t)${TIME})?$`, 'iu'));
const TIME_ALONE = new RegExp(`^${TIME}$`, 'iu');

/**
 * Whether a text is a date or a time of day, as calendars and spreadsheets write them. Its digits would
 * make a phone number that nobody meant.
 */
export function isDate(text: string): boolean {
  return (
    TIME_ALONE.test(text) ||
    DATES.some((date) => {
      const { month, day } = date.exec(text)?.groups ?? {};
      const [one, other] = [Number(month), Number(day)];
      // Which of them is the month depends on the country.
      return one >= 1 && other >= 1 && Math.min(one, other) <= 12 && Math.max(one, other) <= 31;
    })
  );
}
