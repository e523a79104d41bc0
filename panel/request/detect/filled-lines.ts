/** What ends a line of what is pasted: also what word processors and spreadsheets put within a paragraph. */
export const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** Returns the lines of a text that have something in them. */
export const filledLines = (text: string): string[] =>
  text.split(LINE_END).filter((line) => line.trim() !== '');
