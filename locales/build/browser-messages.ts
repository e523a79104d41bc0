import type { Wxt } from 'wxt';
import { formsOf } from './forms';
import { readEnglish, readTranslation, type Texts, TRANSLATIONS } from './sources';

type PublicFile = { contents: string; relativeDest: string };

/** Adds to a build what `browser.i18n` reads: `_locales/<language>/messages.json`. */
export async function addBrowserMessages(_: Wxt, files: (PublicFile | object)[]): Promise<void> {
  const english = formsOf(await readEnglish(), 'en');
  files.push(messagesFile('en', english));
  for (const language of TRANSLATIONS) {
    // The browser takes from English what is the same there. Stores read the manifest’s own in each language.
    const isOwn = ([key, text]: [string, string]) => key.startsWith('manifest_') || text !== english[key];
    const own = Object.entries(readTranslation(language)).filter(isOwn);
    files.push(messagesFile(language, Object.fromEntries(own)));
  }
}

/** `language` is there to be asked for: it tells which of the languages the browser has chosen. */
function messagesFile(language: string, texts: Texts): PublicFile {
  const entries = Object.entries({ ...texts, language }).map(([key, message]) => [key, { message }]);
  return {
    contents: `${JSON.stringify(Object.fromEntries(entries))}\n`,
    relativeDest: `_locales/${language}/messages.json`,
  };
}
