/** One record of a CSV file, with the line that it starts on; without cells, `error` says why. */
export type CsvRecord = { line: number; cells: readonly string[]; error?: 'unclosed' };

/** Spreadsheets write commas, semicolons or tabs, by the language that they speak. */
export function delimiterOf(header: string): string {
  const count = (delimiter: string) => header.split(delimiter).length;
  return [';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best), ',');
}

/**
 * Reads CSV as RFC 4180 has it. A quote that is never closed costs its own line alone, not the rest of the
 * file. Blank lines are no records.
 */
export function parseCsv(text: string, delimiter: string): CsvRecord[] {
  const source = text.replace(/^\ufeff/, '');
  const records: CsvRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < source.length) {
    const record = readRecord(source, at, delimiter);
    const end = record?.end ?? lineEnd(source, at);
    const consumed = source.slice(at, end);
    if (!record) records.push({ line, cells: [], error: 'unclosed' });
    else if (record.cells.some((cell) => cell.trim() !== '')) records.push({ line, cells: record.cells });
    line += (consumed.match(/\r\n|\n|\r/g) ?? []).length;
    at = end;
  }
  return records;
}

function readRecord(source: string, start: number, delimiter: string) {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    let cell = '';
    if (source[at] === '"') {
      for (;;) {
        const close = source.indexOf('"', at + 1);
        if (close === -1) return undefined;
        cell += source.slice(at + 1, close);
        at = close + 1;
        if (source[at] !== '"') break;
        cell += '"';
      }
    }
    while (at < source.length && source[at] !== delimiter && source[at] !== '\n' && source[at] !== '\r') {
      cell += source[at];
      at += 1;
    }
    cells.push(cell);
    if (source[at] === delimiter) {
      at += 1;
      continue;
    }
    return { cells, end: source.startsWith('\r\n', at) ? at + 2 : Math.min(at + 1, source.length) };
  }
}

function lineEnd(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end === -1 ? source.length : end + 1;
}

/** Writes CSV as RFC 4180 has it. */
export const formatCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');

const quoted = (cell: string) =>
  /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A spreadsheet runs a cell that begins like a formula; text from elsewhere must stay text. */
export const inert = (cell: string) => (/^[=@\t\r]|^[+-](?![\d\s().-]*$)/.test(cell) ? `'${cell}` : cell);
