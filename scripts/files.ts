import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** All files below a folder, by path with `/`; none if there is no such folder. */
export function readFolder(folder: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let found: ReturnType<typeof list>;
  try {
    found = list(folder);
  } catch {
    return files;
  }
  for (const path of found) files.set(relative(folder, path).split(sep).join('/'), readFileSync(path));
  return files;
}

const list = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/**
 * Makes a folder hold these files and no others. What is right already is not touched, since a running
 * meeting may be serving it.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  const there = readFolder(folder);
  for (const [path, content] of files) {
    const old = there.get(path);
    if (old && Buffer.compare(old, content) === 0) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  for (const path of there.keys()) if (!files.has(path)) rmSync(join(folder, path));
}
