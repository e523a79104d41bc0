const BASE = 'http://classic.invalid/';
/** Where a Conferencing Node kept the plugins of Webapp2, now and in early versions. */
const SERVER_FOLDER = /^(?:\.?\/)?(?:custom_)?configuration\/(?=plugins\/)/;

/**
 * Resolves a path that a file names, from the folder of that file, or from where a Conferencing Node kept all
 * plugins; both from the folder of settings.json. A path to another server, or out of that folder, is
 * `undefined`; a query is kept, since a source file may read its own.
 */
export function resolvePath(path: string, from: string): string | undefined {
  const start = BASE + (SERVER_FOLDER.test(path) ? '' : from);
  const own = path.replace(SERVER_FOLDER, '');
  if (!URL.canParse(own, start)) return undefined;
  const url = new URL(own, start);
  if (`${url.origin}/` !== BASE) return undefined;
  const name = decoded(url.pathname.slice(1));
  return leadsOut(name) ? undefined : name + url.search;
}

/** The path of a file without a query: what stands on a disk. */
export const onDisk = (path: string): string => path.replace(/\?.*$/, '');

/**
 * A path that is read as a URL once more when the file is fetched. With a slash in front it names another
 * server, with a colon in its first part it has a scheme, control characters and a space in front are passed
 * over, and what is still encoded in it could be a dot, a slash or a sign that makes one.
 */
const leadsOut = (name: string): boolean => /^[/ ]|^[^/]*:|[\\\p{Cc}]|%(?:2e|2f|5c|25)/iu.test(name);

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
