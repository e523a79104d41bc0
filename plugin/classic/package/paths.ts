const BASE = 'http://classic.invalid/';

/**
 * Resolves a path that a file names, from the folder of that file; both from the folder of settings.json. A path
 * to another server, or out of that folder, is `undefined`; a query is kept, since a source file may read its own.
 */
export function resolvePath(path: string, from: string): string | undefined {
  if (!URL.canParse(path, BASE + from)) return undefined;
  const url = new URL(path, BASE + from);
  if (`${url.origin}/` !== BASE) return undefined;
  return decoded(url.pathname.slice(1)) + url.search;
}

/** The path of a file without a query: what stands on a disk. */
export const onDisk = (path: string): string => path.replace(/\?.*$/, '');

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
