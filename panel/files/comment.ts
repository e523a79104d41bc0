import { isCellError } from './spreadsheet';

/**
 * Whether a line is for people: `# Second floor`, `// later`. A code such as `#31#` is dialed, and an error
 * of a spreadsheet is reported.
 */
export const isComment = (line: string): boolean =>
  /^\s*(?:\/\/|#+(?:\s|$)|#(?![\d*#+]))/.test(line) && !isCellError(line.trim());

/** Whether a line has more than signs in it: tables and invitations have rows of dashes and strokes. */
export const hasContent = (line: string): boolean =>
  !/^[\s|:_=~\-\u2010-\u2015\u2500-\u257f.·•]*$/u.test(line);
