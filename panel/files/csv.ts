import { isComment } from './comment';

/** What is wrong with a line: a quote that is never closed, or text behind a closing quote. */
type CsvFault = 'unclosed' | 'after-quote';

/** One record of a CSV file, with the line that it starts on; without cells, `error` says why. */
export type CsvRecord = { line: number; cells: readonly string[]; error?: CsvFault };

const LINE_END = /\r\n|\n|\r/;
/** Excel's own line for that. */
const SEPARATOR_LINE = /^"?sep=(.)"?[^\S\r\n]*(?:\r\n|\n|\r|$)/i;
/** A cell that is longer than this was never meant as one: its quote is not closed. */
const MAX_CELL = 20_000;

/** Spreadsheets write commas, semicolons or tabs, by the language that they are set to. */
export function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return [';', '\t', '|'].reduce((best, each) => (count(each) > count(best) ? each : best), ',');
}

/** What separates the cells of a table, as `readTable` finds it. */
export function delimiterOfTable(text: string): string {
  const source = text.replace(/^\ufeff/, '');
  const [, named] = SEPARATOR_LINE.exec(source) ?? [];
  const isHead = (line: string) => line.trim() !== '' && !isComment(line);
  return named ?? delimiterOf(source.split(LINE_END).find(isHead) ?? '');
}

/**
 * Reads a table whose delimiter nobody has named. Excel has a line of its own for that, `sep=;`; otherwise
 * the first line that is neither blank nor a comment tells.
 */
export function readTable(text: string): CsvRecord[] {
  const source = text.replace(/^\ufeff/, '');
  const [named] = SEPARATOR_LINE.exec(source) ?? [];
  const delimiter = delimiterOfTable(source);
  if (named === undefined) return parseCsv(source, delimiter);
  const records = parseCsv(source.slice(named.length), delimiter);
  return records.map((record) => ({ ...record, line: record.line + 1 }));
}

/**
 * Reads CSV as RFC 4180 has it. A line with a quote that is out of place costs itself alone, not the rest of
 * the file. Blank lines don’t count as records.
 */
export function parseCsv(text: string, delimiter: string): CsvRecord[] {
  const source = text.replace(/^\ufeff/, '');
  const records: CsvRecord[] = [];
  let [at, line] = [0, 1];
  // Behind a line that was given up, a cell may go on that was begun in it.
  let isDoubtful = false;
  while (at < source.length) {
    const read: CsvFault | { cells: string[]; end: number } = readRecord(source, at, delimiter);
    const lineText: string = source.slice(at, lineEnd(source, at));
    const isRest: boolean = isDoubtful && (lineText.match(/"/g)?.length ?? 0) % 2 === 1;
    isDoubtful = isRest || typeof read === 'string';
    let end: number = at + lineText.length;
    if (typeof read === 'string') records.push({ line, cells: [], error: read });
    else if (isRest) records.push({ line, cells: [], error: 'after-quote' });
    else {
      end = read.end;
      if (read.cells.some((cell) => cell.trim() !== '')) records.push({ line, cells: read.cells });
    }
    line += source.slice(at, end).match(/\r\n|\n|\r/g)?.length ?? 0;
    at = end;
  }
  return records;
}

function readRecord(
  source: string,
  start: number,
  delimiter: string,
): CsvFault | { cells: string[]; end: number } {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    let cell = '';
    const isQuoted = source[at] === '"';
    const opened = at;
    if (isQuoted) {
      for (;;) {
        const close = source.indexOf('"', at + 1);
        if (close === -1 || close - opened > MAX_CELL) return 'unclosed';
        cell += source.slice(at + 1, close);
        at = close + 1;
        if (source[at] !== '"') break;
        cell += '"';
      }
      while (source[at] === ' ') at += 1;
    }
    const from = at;
    while (at < source.length && source[at] !== delimiter && source[at] !== '\n' && source[at] !== '\r')
      at += 1;
    // The quote that seemed to close this cell may be the first of another one, on a later line.
    if (isQuoted && at > from) return LINE_END.test(source.slice(opened, from)) ? 'unclosed' : 'after-quote';
    cells.push(cell + source.slice(from, at));
    if (source[at] === delimiter) {
      at += 1;
      continue;
    }
    return { cells, end: source.startsWith('\r\n', at) ? at + 2 : Math.min(at + 1, source.length) };
  }
}

function lineEnd(source: string, from: number): number {
  const [end = ''] = LINE_END.exec(source.slice(from, from + MAX_CELL)) ?? [];
  const at = end ? source.indexOf(end, from) + end.length : source.indexOf('\n', from) + 1;
  return at <= from ? source.length : at;
}

/**
 * Writes CSV as RFC 4180 has it, with the mark at the start by which Excel knows that it is UTF-8.
 */
export const formatCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;

const quoted = (cell: string) =>
  /[",;\t|\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/**
 * A spreadsheet runs a cell that begins like a formula, also in the wide signs of East Asia. Text from
 * elsewhere must stay text.
 */
export const inert = (cell: string) =>
  /^[=@\t\r\n\uff1d\uff20\uff0b\uff0d]|^[+-](?![\d\s().-]*$)/.test(cell) ? `'${cell}` : cell;

/** What a spreadsheet would take for a formula, a date, a number or a truth, and then write another way. */
const CHANGED_BY_SPREADSHEETS =
  /^'*(?:[=@+\-\t\r\n\uff1d\uff20\uff0b\uff0d]|(?:0\d[\d ]*|\d{11,}|\d+[.,:/-]\d+(?:[.,:/-]\d+)?|\d+[Ee]\d+|TRUE|FALSE)$)/i;

/** Writes a cell so that it comes back from a spreadsheet as it was; `fromText` takes the sign off again. */
export const asText = (cell: string) => (CHANGED_BY_SPREADSHEETS.test(cell) ? `'${cell}` : cell);

/** Takes off the sign by which `asText` and spreadsheets mark a text. */
export const fromText = (cell: string) =>
  cell.startsWith("'") && CHANGED_BY_SPREADSHEETS.test(cell) ? cell.slice(1) : cell;
