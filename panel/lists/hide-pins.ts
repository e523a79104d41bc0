import { delimiterOfTable } from '../files/csv';
import { openTable, secretColumns } from '../request/read-table';

const HIDDEN = '••••';

/** Returns a table as text with its PINs and tones hidden; `undefined` where there is nothing to hide. */
export function hidePins(text: string): string | undefined {
  const table = openTable(text);
  const secret = table ? secretColumns(table.columns) : [];
  if (!table || secret.length === 0) return undefined;
  const delimiter = delimiterOfTable(text);
  const lines: string[] = [];
  const put = (line: number, cells: readonly string[]) => {
    while (lines.length < line - 1) lines.push('');
    lines.push(cells.join(delimiter));
  };
  put(table.head.line, table.head.cells);
  for (const { line, cells, error } of table.records) {
    const isSecret = (at: number) => secret.includes(at) || at >= table.head.cells.length;
    put(line, error ? [HIDDEN] : cells.map((cell, at) => (isSecret(at) && cell.trim() ? HIDDEN : cell)));
  }
  return lines.join('\n');
}
