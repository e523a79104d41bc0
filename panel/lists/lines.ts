import type { DialRequest } from '../../protocol/dial-fields';
import type { Result } from '../../protocol/result';
import type { Settings } from '../../settings/settings';
import { LIST_STRINGS } from '../../strings/lists';
import { type Columns, cellsByColumn, readColumns } from '../files/columns';
import { isComment } from '../files/comment';
import { delimiterOf, fromText, parseCsv } from '../files/csv';
import { entriesIn } from '../request/detect/entries';
import { plainText } from '../request/detect/plain-text';
import { type DialDefaults, EMPTY_DRAFT } from '../request/draft';
import { readEntry } from '../request/read-entry';
import { readRequest } from '../request/read-request';

/** A destination of a list: what is to be dialed, or why it cannot be. `note` is worth knowing before. */
export type Target =
  | { name: string; request: DialRequest; line?: number; note?: string }
  | { name: string; line: number; error: string };

export type ListDefaults = DialDefaults & Pick<Settings, 'region'>;

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/**
 * Reads pasted lines as the form would read each of them. Blank ones and comments do not count; a line may
 * have a name, and several addresses. A first line that names columns makes the rest a table.
 */
export async function readLines(pasted: string, defaults: ListDefaults): Promise<Target[]> {
  const lines = pasted.split(LINE_END).map((text, index) => ({ text: text.trim(), line: index + 1 }));
  const counting = lines.filter(({ text }) => text !== '' && !isComment(text));
  const [head, ...rows] = counting;
  const delimiter = delimiterOf(head?.text ?? '');
  const [headers] = parseCsv(head?.text ?? '', delimiter);
  const columns = headers && readColumns(headers.cells);
  const targets: Target[] = [];
  if (columns) {
    for (const row of rows) targets.push(await readRow(row, delimiter, columns, defaults));
    return targets;
  }
  for (const { text, line } of counting) targets.push(...(await readLine(text, line, defaults)));
  return targets;
}

async function readLine(text: string, line: number, defaults: ListDefaults): Promise<Target[]> {
  const entries = entriesIn(plainText(text));
  if (!entries) return [{ name: text, line, error: LIST_STRINGS.ambiguous }];
  const targets: Target[] = [];
  for (const { name, address } of entries) {
    // A single address is shown as it was pasted.
    const shown = name ?? (entries.length > 1 ? address : text);
    const read = await readRequest({ ...EMPTY_DRAFT, destination: address }, defaults);
    targets.push(targetOf(shown, line, read));
  }
  return targets;
}

async function readRow(
  { text, line }: { text: string; line: number },
  delimiter: string,
  columns: Columns,
  defaults: ListDefaults,
): Promise<Target> {
  const [record] = parseCsv(text, delimiter);
  if (!record || record.error) return { name: text, line, error: LIST_STRINGS.badQuotes };
  const { name, ...body } = cellsByColumn(
    columns,
    record.cells.map((cell) => fromText(cell.trim())),
  );
  const read = await readEntry(name, body, defaults);
  return targetOf(
    name || body.destination || text,
    line,
    read.ok ? read : { ok: false, error: { text: read.error } },
  );
}

function targetOf(
  name: string,
  line: number,
  read: Result<{ request: DialRequest; note: string }, Readonly<Record<string, string | undefined>>>,
): Target {
  if (!read.ok) return { name, line, error: Object.values(read.error).filter(Boolean).join(' ') };
  const { request, note } = read.value;
  return { name, line, request, ...(note && { note }) };
}
