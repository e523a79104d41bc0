import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LANGUAGES, type Language } from '../language';
import { type English, sourceOf } from '../strings';

/** Where texts are written. */
const FILES = ['locales/manifest.ts'];
const FOLDERS = ['strings'];

/** The texts of one area in English, and where they are written. */
export type Source = { name: string; area: string; english: English; path: string };

/**
 * Every text of the extension in English, in the order of files and lines; `root` is the project's folder.
 */
export async function readEnglish(root = '.'): Promise<Source[]> {
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), 'utf8')
      .toSorted()
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  );
  const sources: Source[] = [];
  for (const path of [...FILES, ...inFolders]) {
    const module: object = await import(pathToFileURL(resolve(root, path)).href);
    const exported = Object.entries(module).map(([name, texts]) => ({ name, source: sourceOf(texts) }));
    const areas = exported.flatMap(({ name, source }) => (source ? [{ name, path, ...source }] : []));
    // A build writes such a module anew, of its texts alone.
    if (areas.length > 0 && areas.length < exported.length)
      throw new Error(`${path}: exports more than texts`);
    sources.push(...areas);
  }
  return sources;
}

/** Texts by key, as they stand in one language. */
export type Texts = Readonly<Record<string, string>>;

/** Where the texts of a language are, from the root of the repo. */
export const translationPath = (language: Language): string => `locales/${language}.json`;

/** Reads the texts of a language. */
export const readTranslation = (language: Language, root = '.'): Texts =>
  JSON.parse(readFileSync(join(root, translationPath(language)), 'utf8'));

export const TRANSLATIONS: readonly Language[] = LANGUAGES.filter((language) => language !== 'en');
