import { type Attempt, refuse } from '../refusal';
import type { Archive, ZipEntry } from '../zip/archive';
import { joinZip } from '../zip/join';
import { findTwice } from '../zip/names';
import { readZip } from '../zip/read';
import { writeZip } from '../zip/write';

/** Everything below a folder; the folder's own entry stays where it is. */
export const entriesWithin = ({ entries }: Archive, folder: string): ZipEntry[] =>
  entries.filter(({ path }) => path.startsWith(`${folder}/`));

/** Entries as our own packages have them, so that the same merge gives the same bytes. */
export function entriesOf(files: ReadonlyMap<string, Uint8Array>): ZipEntry[] {
  const written = readZip(writeZip(files));
  if (!written.ok) throw new Error(`unreachable: our own ZIP is refused: ${written.error.message}`);
  return written.value.entries;
}

/**
 * Puts new texts and new files into an archive. Every other entry is kept as it is, in its order; new files
 * take the place of the first old one, or follow the last entry.
 *
 * @param texts the new text of entries, which keep their place; the same text keeps the entry itself
 * @param old the entries to leave out
 */
export function splice(
  { entries }: Archive,
  texts: ReadonlyMap<ZipEntry, string>,
  old: readonly ZipEntry[],
  fresh: readonly ZipEntry[],
): ZipEntry[] {
  const [firstOld] = old;
  const spliced = entries.flatMap((entry) => {
    const text = texts.get(entry);
    if (text !== undefined) return edited(entry, text);
    if (entry === firstOld) return fresh;
    return old.includes(entry) ? [] : [entry];
  });
  return firstOld ? spliced : [...spliced, ...fresh];
}

/**
 * Joins what `splice` has put together. A customer's file can differ from a new one in case or accents alone:
 * no reader would take the package, ours included.
 */
export function joinSpliced({ comment }: Archive, entries: ZipEntry[]): Attempt<Uint8Array> {
  const twice = findTwice(entries);
  return twice === undefined
    ? { ok: true, value: joinZip({ entries, comment }) }
    : refuse(
        'plugin-clash',
        `The package already has ${twice} in other capitals or accents. Remove or rename that file or its folder.`,
      );
}

function edited(entry: ZipEntry, text: string): ZipEntry[] {
  const content = new TextEncoder().encode(text);
  if (Buffer.compare(content, entry.content) === 0) return [entry];
  return entriesOf(new Map([[entry.path, content]]));
}
