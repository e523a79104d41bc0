import type { DialRequest } from '../../protocol/dial-fields';
import type { Result } from '../../protocol/result';
import { PRESET_STRINGS } from '../../strings/presets';
import { type Columns, cellsByColumn, readColumns } from '../files/columns';
import { hasContent, isComment } from '../files/comment';
import { type CsvRecord, fromText, readTable } from '../files/csv';
import { createBreaks } from './breaks';
import type { DialDefaults } from './draft';
import { type ReadEntry, readEntry } from './read-entry';

const { importFile } = PRESET_STRINGS;

/** A line of a table: the request that stands in it, or why there is none. */
export type TableEntry = {
  line: number;
  /** By what the line is known where there is no request; '' if nothing in it can be told apart. */
  called: string;
  read: Result<ReadEntry>;
};

/** What counts where a line says nothing itself; `chosen` is a protocol against all that is detected. */
export type TableDefaults = DialDefaults & { region: string; chosen?: DialRequest['protocol'] | undefined };

/** Requests of a table, and the headers of columns that hold nothing of a request. */
type EntryTable = { entries: readonly TableEntry[]; ignored: readonly string[] };

/** A table by its columns. */
type OpenTable = { head: CsvRecord; records: readonly CsvRecord[]; columns: Columns };

/** Reads the columns of a table; `undefined` where the text does not begin with a line that names them. */
export function openTable(text: string): OpenTable | undefined {
  const [head, ...records] = readTable(text).filter((record) => !isForPeople(record));
  const columns = head && readColumns(head.cells);
  return columns && { head, records, columns };
}

/** Reads requests from a table (a file, or pasted cells) with the rules of the form, `max` at the most. */
export async function readEntries(
  text: string,
  defaults: TableDefaults,
  max = Number.POSITIVE_INFINITY,
): Promise<EntryTable | undefined> {
  const table = openTable(text);
  if (!table) return undefined;
  const { head, records, columns } = table;
  const entries: TableEntry[] = [];
  const lines = text.split(/\r\n|\n|\r/);
  const breaks = createBreaks();
  for (const record of records.slice(0, max)) {
    await breaks();
    const { called, read } = await readRecord(record, head.cells.length, columns, defaults);
    // A line that cannot be told into cells stands for itself, unless there may be a secret in it.
    const whole = secretColumns(columns).length > 0 ? '' : (lines[record.line - 1] ?? '');
    entries.push({ line: record.line, called: called || whole, read });
  }
  return { entries, ignored: columns.ignored };
}

async function readRecord(
  { cells, error }: CsvRecord,
  width: number,
  columns: Columns,
  { chosen, ...defaults }: TableDefaults,
): Promise<Omit<TableEntry, 'line'>> {
  const { name, ...body } = cellsByColumn(
    columns,
    cells.map((cell) => fromText(cell.trim())),
  );
  const called = name || body.destination || '';
  if (error) return { called, read: { ok: false, error: importFile[error] } };
  const isTooLong = cells.slice(width).some((cell) => cell.trim() !== '');
  const read: Result<ReadEntry> = isTooLong
    ? { ok: false, error: importFile.tooMany({ count: cells.length, columns: width }) }
    : await readEntry(name, { ...body, protocol: body.protocol || chosen }, defaults);
  return { called, read };
}

/** The places of columns that hold what nobody should read over somebody's shoulder. */
export const secretColumns = ({ columns }: Columns): readonly number[] =>
  columns.flatMap((column, at) => (column === 'pin' || column === 'dtmf_sequence' ? [at] : []));

/**
 * A row of signs, or a comment: nothing stands beside it, or a space behind its sign, since `#Sales` may be a
 * name.
 */
const isForPeople = ({ cells: [first = '', ...rest], error }: CsvRecord) =>
  (!error && !hasContent([first, ...rest].join(''))) ||
  (isComment(first) && (/^\s*(?:\/\/|#+\s)/.test(first) || rest.every((cell) => cell.trim() === '')));
