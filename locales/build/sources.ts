import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../language';
import { type Area, readWords } from './read-words';

/** Where texts are written. */
const FILES = ['locales/manifest.ts'];
const FOLDERS = ['strings'];

export type Source = Area & { path: string };

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
    const areas = await readWords(readFileSync(join(root, path), 'utf8'), path);
    sources.push(...areas.map((area) => ({ ...area, path })));
  }
  return sources;
}

/** Texts by key, as they stand in one language. */
export type Texts = Readonly<Record<string, string>>;

export const translationPath = (language: Language): string => `locales/${language}.json`;

export const readTranslation = (language: Language, root = '.'): Texts =>
  JSON.parse(readFileSync(join(root, translationPath(language)), 'utf8'));

export const TRANSLATIONS: readonly Language[] = LANGUAGES.filter((language) => language !== 'en');
