import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package of somebody else whose code is in a build. */
export interface ThirdParty {
  name: string;
  version: string;
  /** As its package.json names it: `MIT`. */
  license: string;
  /** Its license and notice files, as they stand. */
  texts: string[];
}

/** Vite puts a few lines of its own into builds, under names that aren’t paths. */
const VITE_HELPER = /^\0?vite\//;
const LICENSE_FILE = /^(?:licen[cs]e|copying|notice|copyright)/i;
/** What Vite's license file has behind Vite's own license: those of what Vite itself is built with. */
const OF_THE_BUNDLER = /\n# Licenses of bundled dependencies[\s\S]*$/;

/**
 * Returns the folder of the package that a module belongs to; `undefined` for a module of this project.
 *
 * @param id a path, or a name as bundlers make them up, a query included
 */
export function packageFolderOf(id: string): string | undefined {
  if (VITE_HELPER.test(id)) return 'node_modules/vite';
  const path = id.replace(/^\0+/, '').replace(/\?.*$/, '').replaceAll('\\', '/');
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

/**
 * Reads what a package says of itself.
 * @throws Error if it says nothing of its license, so that nothing is forgotten
 */
export function readThirdParty(folder: string): ThirdParty {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const field = (name: string) => {
    const value: unknown = Object(manifest)[name];
    return typeof value === 'string' ? value : undefined;
  };
  const [name, version, license] = [field('name'), field('version'), field('license')];
  const texts = readdirSync(folder)
    .filter((file) => LICENSE_FILE.test(file))
    .toSorted()
    .map((file) =>
      readFileSync(join(folder, file), 'utf8').replace(OF_THE_BUNDLER, '').replaceAll('\r\n', '\n').trim(),
    );
  if (!name || !version || !license)
    throw new Error(`${folder} is in a build, and has no name, version or license in its package.json.`);
  const author: unknown = Object(Object(manifest).author).name ?? field('author');
  const without = `The package has no license file. Its package.json names ${license}, by ${author ?? 'no author'}.`;
  return { name, version, license, texts: texts.length > 0 ? texts : [without] };
}

/** The same for every folder that is a package, each package once, by name. */
export function readThirdParties(folders: Iterable<string>): ThirdParty[] {
  const packages = [...new Set(folders)].map((folder) => readThirdParty(folder));
  const byKey = new Map(packages.map((each) => [`${each.name}@${each.version}`, each]));
  return [...byKey.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
