/**
 * Brings the translations in step with the English beside the code: `npm run strings`. A text that a language
 * lacks is put into its file in English, and printed, to be translated. A text that is gone is removed.
 * `locales/en.json` is kept only to find the texts that have changed since they were translated.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { formsOf } from '../locales/build/forms';
import {
  readEnglish,
  readTranslation,
  type Texts,
  TRANSLATIONS,
  translationPath,
} from '../locales/build/sources';
import type { Language } from '../locales/language';

const sources = await readEnglish();

const known = existsSync(translationPath('en')) ? readTranslation('en') : {};
const english = formsOf(sources, 'en');
for (const [key, text] of Object.entries(english)) {
  if (key in known && known[key] !== text)
    console.log(`Changed in English, check its translations: ${key}: ${text}`);
}
write('en', english);

for (const language of TRANSLATIONS) {
  const path = translationPath(language);
  const before = existsSync(path) ? readTranslation(language) : {};
  const expected = formsOf(sources, language);
  const after = Object.fromEntries(Object.entries(expected).map(([key, text]) => [key, before[key] ?? text]));
  const added = Object.keys(after).filter((key) => !(key in before));
  const gone = Object.keys(before).filter((key) => !(key in after));
  write(language, after);
  console.log(`${path}: ${added.length} to translate, ${gone.length} removed`);
  for (const key of added) console.log(`  ${key}: ${after[key]}`);
}

function write(language: Language, texts: Texts): void {
  writeFileSync(translationPath(language), `${JSON.stringify(texts, null, 2)}\n`);
}
