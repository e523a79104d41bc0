import { zipSync } from 'fflate';

/** Files by their path in the archive, with `/` between folders. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A regular file that its owner may write and everybody may read: what `unzip` gives the files on Unix. */
const UNIX_FILE = (0o100644 << 16) >>> 0;
const UNIX = 3;

/**
 * Packs files into a ZIP that depends on nothing but them: paths sorted by code unit, one level, one time.
 * The same files give the same bytes on every machine and in every time zone.
 *
 * The time is the first day that a ZIP can say; noon, because some zones skip a midnight.
 */
export function writeZip(files: Files): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), {
    level: 9,
    mtime: new Date(1980, 0, 1, 12),
    os: UNIX,
    attrs: UNIX_FILE,
  });
}
