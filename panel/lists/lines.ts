import type { DialRequest } from '../../protocol/dial-fields';
import { LIMITS } from '../../protocol/limits';
import type { Result } from '../../protocol/result';
import { DETECT_STRINGS } from '../../strings/detect';
import { LIST_STRINGS } from '../../strings/lists';
import { hasContent, isComment } from '../files/comment';
import { type Breaks, createBreaks } from '../request/breaks';
import { entriesIn } from '../request/detect/entries';
import { LINE_END } from '../request/detect/filled-lines';
import { plainText } from '../request/detect/plain-text';
import { EMPTY_DRAFT } from '../request/draft';
import { readRequest } from '../request/read-request';
import { readEntries, type TableDefaults, type TableEntry } from '../request/read-table';

/** A destination of a list: what is to be dialed, or why it cannot be. `note` is worth knowing before. */
export type Target =
  | { name: string; request: DialRequest; line?: number; note?: string }
  | { name: string; line: number; error: string };

/** What lines were read as. Of a table, `ignored` has the headers of columns that were passed over. */
export type ReadList = { targets: readonly Target[]; ignored?: readonly string[] };

/** A cell that a spreadsheet has put in quotes, mostly since it has lines in it. */
const QUOTED_CELL = /(?<=^|\t)"(?:[^"]|"")*"(?=\t|$)/gm;
/** In the place of the end of a line within a cell. */
const IN_CELL = '\u001e';

/**
 * Reads pasted lines as the form would read each of them. Blank ones and comments do not count; a line may
 * have a name, and several addresses. A first line that names columns makes the rest a table.
 */
export async function readLines(pasted: string, defaults: TableDefaults): Promise<ReadList> {
  // One more than there may be, so that it can be told.
  const table = await readEntries(pasted, defaults, LIMITS.list + 1);
  if (table) return { targets: cutAtLimit(table.entries.map(targetOfEntry)), ignored: table.ignored };
  const breaks = createBreaks();
  const targets: Target[] = [];
  const rows = pasted.includes('\t') ? pasted.replace(QUOTED_CELL, inOneLine) : pasted;
  let line = 1;
  for (const row of rows.split(LINE_END)) {
    await breaks();
    const parts = row.split(IN_CELL);
    const text = parts.join(' ').trim();
    if (hasContent(text) && !isComment(text)) targets.push(...(await readLine(text, line, defaults, breaks)));
    if (targets.length > LIMITS.list) break;
    line += parts.length;
  }
  return { targets: cutAtLimit(targets) };
}

/** Returns as many targets as a list can have, and says so in the place of the first one too many. */
function cutAtLimit(targets: readonly Target[]): readonly Target[] {
  const first = targets[LIMITS.list];
  if (!first) return targets;
  const error = LIST_STRINGS.tooMany(LIMITS.list);
  return [...targets.slice(0, LIMITS.list), { name: first.name, line: first.line ?? 1, error }];
}

const inOneLine = (cell: string): string =>
  LINE_END.test(cell) ? cell.slice(1, -1).replaceAll('""', '"').split(LINE_END).join(IN_CELL) : cell;

async function readLine(
  text: string,
  line: number,
  defaults: TableDefaults,
  breaks: Breaks,
): Promise<Target[]> {
  const entries = entriesIn(plainText(text));
  if (!entries) return [{ name: text, line, error: LIST_STRINGS.ambiguous }];
  const targets: Target[] = [];
  for (const { name, address, hasMore } of entries) {
    await breaks();
    // A single address is shown as it was pasted.
    const shown = name ?? (entries.length > 1 ? address.trim() : text);
    const draft = { ...EMPTY_DRAFT, destination: address, protocol: defaults.chosen ?? '' };
    const target = targetOf(shown, line, await readRequest(draft, defaults));
    targets.push(
      hasMore && 'request' in target ? withNote(target, DETECT_STRINGS.notes['more-cells']) : target,
    );
  }
  return targets;
}

const withNote = <T extends { note?: string }>(target: T, note: string): T => ({
  ...target,
  note: target.note ? `${target.note} ${note}` : note,
});

const targetOfEntry = ({ line, called, read }: TableEntry): Target =>
  read.ok
    ? targetOf(read.value.name, line, read)
    : { name: called || '…', line, error: saidInList(read.error) };

/** The user is in *Many* already, and is not sent there. */
const saidInList = (error: string): string =>
  error.replace(DETECT_STRINGS.notes['one-at-a-time'], LIST_STRINGS.ambiguous);

function targetOf(
  name: string,
  line: number,
  read: Result<{ request: DialRequest; note: string }, Readonly<Record<string, string | undefined>>>,
): Target {
  if (!read.ok) return { name, line, error: saidInList(Object.values(read.error).filter(Boolean).join(' ')) };
  const { request, note } = read.value;
  return { name, line, request, ...(note && { note }) };
}
