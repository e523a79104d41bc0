import type { Wxt } from 'wxt';
import { formsOf } from './forms';
import { readEnglish, readTranslation, type Texts, TRANSLATIONS } from './sources';

type PublicFile = { contents: string; relativeDest: string };

/** Adds to a build what `browser.i18n` reads: `_locales/<language>/messages.json`. */
export async function addBrowserMessages(_: Wxt, files: (PublicFile | object)[]): Promise<void> {
  files.push(messagesFile('en', formsOf(await readEnglish(), 'en')));
  for (const language of TRANSLATIONS) files.push(messagesFile(language, readTranslation(language)));
}

/** `language` is there to be asked for: it tells which of the languages the browser has chosen. */
function messagesFile(language: string, texts: Texts): PublicFile {
  const entries = Object.entries({ ...texts, language }).map(([key, message]) => [key, { message }]);
  return {
    contents: `${JSON.stringify(Object.fromEntries(entries))}\n`,
    relativeDest: `_locales/${language}/messages.json`,
  };
}
