/** A long number as a spreadsheet shows and saves it, perhaps in an address: its last digits are lost. */
const SHORTENED = /^(?:[a-z][a-z\d]*:\/*)?[+-]?\d(?:[.,]\d+E[+-]?\d{1,3}|E\+\d{1,3})(?:@.*)?$/i;

/** Whether a spreadsheet has taken the last digits of a number. */
export const isShortened = (cell: string): boolean => SHORTENED.test(cell);

/** `#N/A`, `#NAME?`, `#DIV/0!` and the same in other languages, such as `#NV` and `#\u00a1REF!`. */
const ERROR = /^#(?:N\/[AD]|NV|I\/T|DIV\/0!?|[\u00a1\u00bf]?\p{Lu}+[!?])$/u;

/** Whether a cell shows the error of a formula. */
export const isCellError = (cell: string): boolean => ERROR.test(cell);

/** A number for which the column was too narrow. */
export const isTooNarrow = (cell: string): boolean => /^#{3,}$/.test(cell);

/**
 * Returns a number without what programs add to it: `4722334455.0` from a table of measurements,
 * `4,722,334,455` from a column with separators.
 */
export function withoutFormat(cell: string): string {
  const whole = cell.replace(/^(\+?\d{3,})\.0$/, '$1');
  return /^\+?\d{1,3}(?:,\d{3}){2,}$/.test(whole) ? whole.replaceAll(',', '') : whole;
}
