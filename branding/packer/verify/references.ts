import { resolveSrc } from '../branding/src';
import { tagsOf } from './html';
import type { PackageFiles } from './package-files';

/** What a file asks for by a relative path. */
interface Reference {
  /** As it is written. */
  text: string;
  /** In the archive. */
  path: string;
  /** Without it nothing runs. */
  isScript: boolean;
}

const IMPORT = /\b(?:from|import)\s*\(?\s*(["'`])(\.{1,2}\/[^"'`$]+)\1/g;
const CSS_URL = /url\(\s*(["']?)([^"')]+)\1\s*\)/g;
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|\/\/|#|$)/i;

/** The files that a page, a script or a style sheet asks for; what leads to another server is left out. */
export function referencesOf(files: PackageFiles, path: string): Reference[] {
  const text = files.text(path);
  const found: [text: string, isScript: boolean][] = [];
  if (/\.html?$/i.test(path)) {
    for (const { name, attributes, inside } of tagsOf(text)) {
      const target = attributes.get(name === 'link' ? 'href' : 'src');
      if (target !== undefined) found.push([target, name === 'script']);
      for (const [, , imported = ''] of inside.matchAll(IMPORT)) found.push([imported, true]);
    }
  } else if (/\.m?js$/i.test(path)) {
    for (const [, , imported = ''] of text.matchAll(IMPORT)) found.push([imported, true]);
  } else if (/\.css$/i.test(path)) {
    for (const [, , target = ''] of text.matchAll(CSS_URL)) found.push([target, false]);
  }
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return found.flatMap(([target, isScript]) => {
    if (ELSEWHERE.test(target)) return [];
    const resolved = resolveSrc(target, folder).path;
    return resolved === undefined ? [] : [{ text: target, path: resolved, isScript }];
  });
}

/**
 * The files that can be reached from some of them, by path or by mention: a path put together in a script
 * still ends in the file's name.
 */
export function reachable(files: PackageFiles, roots: readonly string[]): Set<string> {
  const reached = new Set(roots.filter((root) => files.has(root)));
  const waiting = new Set(files.paths.filter((path) => !reached.has(path)));
  // A set is walked in the order of insertion, what is added on the way included.
  for (const path of reached) {
    if (!/\.(?:html?|m?js|css|json|svg|webmanifest)$/i.test(path)) continue;
    const text = files.text(path);
    for (const other of waiting) {
      const name = other.split('/').at(-1) ?? other;
      if (!text.includes(name) && !text.includes(encodeURIComponent(name))) continue;
      waiting.delete(other);
      reached.add(other);
    }
  }
  return reached;
}
