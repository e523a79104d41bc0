import { markLanguage, setMessages } from '../../locales/language';

/** Languages that nobody speaks: of every text, the one that needs most room by a measure. */
const WORST: Readonly<Record<string, (text: string) => number>> = {
  longest: (text) => text.length,
  // A word can’t be broken.
  widest: (text) => Math.max(...text.split(/\s/).map((word) => word.length)) * 1000 + text.length,
};

/** Speaks a translation, as the browser would have it, or a language of `WORST`. */
export async function applyLanguage(language: string): Promise<void> {
  const translations = import.meta.glob<Record<string, string>>('../../locales/*.json', {
    import: 'default',
  });
  const room = WORST[language];
  const wanted = Object.entries(translations).filter(([path]) =>
    // Arabic counts more letters than it shows.
    room ? !path.endsWith('/ar.json') : path === `../../locales/${language}.json`,
  );
  const all = await Promise.all(wanted.map(([, load]) => load()));
  if (all.length === 0) throw new Error(`There is no language ${language}.`);
  const text = (key: string) =>
    all
      .map((texts) => texts[key] ?? '')
      .reduce((one, other) => (room && room(other) > room(one) ? other : one));
  setMessages({ language: room ? 'de' : language, text });
  markLanguage(document);
}
