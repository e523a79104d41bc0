import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readFolder } from '../../scripts/files';

/** Returns the digest of files by their paths and contents, or `undefined` if one is missing. */
export function digestOf(paths: readonly string[]): string | undefined {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.toSorted()) {
    if (!existsSync(path)) return undefined;
    const files: Iterable<readonly [string, Uint8Array]> = statSync(path).isDirectory()
      ? [...readFolder(path)].map(([name, content]) => [join(path, name), content] as const)
      : [[path, readFileSync(path)]];
    for (const [name, content] of [...files].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
      hash.update(`${name}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

/**
 * Returns what git has and would have, changes not committed included, without some folders. Folders are left
 * out, not chosen: a new folder that a build reads must not be forgotten.
 */
export function sourcesWithout(folders: readonly string[]): string[] {
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  return execFileSync('git', listed, { encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '' && existsSync(path))
    .filter((path) => !folders.some((folder) => path === folder || path.startsWith(`${folder}/`)));
}
