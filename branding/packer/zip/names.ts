import { type Attempt, refuse } from '../refusal';
import type { DirectoryRecord } from './directory';

/** An entry's path as everybody will read it. */
interface CheckedName {
  path: string;
  isFolder: boolean;
}

/** What a file system takes; it also bounds the work on a name of nothing but slashes. */
const MAX_NAME = 1024;

/**
 * Judges the names of all entries: none may lead out of the folder that the ZIP is unpacked to, and no two
 * may be the same file, be it by spelling (`./a`, `a`) or because one is a file and the other a folder in it.
 */
export function checkNames(records: readonly DirectoryRecord[]): Attempt<CheckedName[]> {
  const names: CheckedName[] = [];
  for (const record of records) {
    const fault = faultOf(record);
    if (fault) {
      return refuse(
        'unsafe-name',
        `The entry ${JSON.stringify(record.name.slice(0, 200))} ${fault}. It could be written outside the target folder. Create the package again from its folder.`,
      );
    }
    const path = segmentsOf(record.name).join('/');
    // `./` is the root itself.
    names.push(path === '' ? { path: '.', isFolder: true } : { path, isFolder: record.name.endsWith('/') });
  }
  const twice = findTwice(names);
  return twice === undefined
    ? { ok: true, value: names }
    : refuse(
        'duplicate-name',
        `${twice} is in the archive twice, or next to a name that differs only in case or accents. Remove or rename one of them, because programs disagree on which one counts.`,
      );
}

/** With or without an ending, Windows opens a device instead of a file. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Marks that nobody sees. Apple's older file system passes over them. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * One name for all that file systems hold to be the same: they differ on case, on how accents are composed,
 * and on marks that nobody sees. A letter such as the long s has a case only on its way up.
 */
const folded = (path: string) =>
  path.normalize('NFC').replace(UNSEEN, '').toUpperCase().toLowerCase().normalize('NFC');

const segmentsOf = (name: string) => name.split('/').filter((segment) => segment !== '' && segment !== '.');

function faultOf({ name, isSymbolicLink }: DirectoryRecord): string | undefined {
  if (name === '') return 'has no name';
  if (name.length > MAX_NAME) return `has a name of more than ${MAX_NAME} characters`;
  if (name.startsWith('/')) return 'is an absolute path';
  if (name.includes('\\')) return 'has a backslash in its name';
  if (/^[A-Za-z]:/.test(name)) return 'names a drive';
  if (segmentsOf(name).includes('..')) return 'contains ".."';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'has a control character in its name';
  if (isSymbolicLink) return 'is a symbolic link';
  if (segmentsOf(name).some((segment) => segment.includes(':'))) return 'has a colon in its name';
  if (segmentsOf(name).some((segment) => /[. ]$/.test(segment)))
    return 'has a name that ends in a dot or space';
  if (segmentsOf(name).some((segment) => DEVICE.test(segment))) return 'has the name of a Windows device';
  return undefined;
}

/** A name that two entries share, or that is a file here and a folder there; `undefined` if there is none. */
export function findTwice(names: readonly CheckedName[]): string | undefined {
  const files = new Set<string>();
  const folders = new Set<string>();
  const listed = new Set<string>();
  for (const { path: written, isFolder } of names) {
    const path = folded(written);
    if (listed.has(path)) return written;
    listed.add(path);
    (isFolder ? folders : files).add(path);
    const parents = path.split('/').slice(0, -1);
    for (let depth = parents.length; depth > 0; depth -= 1) folders.add(parents.slice(0, depth).join('/'));
  }
  return [...files].find((path) => folders.has(path));
}
