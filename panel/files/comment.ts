import { isCellError } from './spreadsheet';

/**
 * Whether a line is for people: `# Second floor`, `// later`. A code such as `#31#` is dialed, and an error
 * of a spreadsheet is reported.
 */
export const isComment = (line: string): boolean =>
  /^\s*(?:\/\/|#+(?:\s|$)|#(?![\d*#+]))/.test(line) && !isCellError(line.trim());
