import { describe, expect, it } from 'vitest';
import { formsOf } from '../../../locales/build/forms';
import { readEnglish, readTranslation, TRANSLATIONS } from '../../../locales/build/sources';

const sources = await readEnglish();

/** Names that no language translates; a language may write them with a capital. */
const KEPT = [
  'Web App 3',
  'Infinity',
  'branding',
  'SIP',
  'DTMF',
  'RTMP',
  'H.323',
  'JSON',
  'CSV',
  'Firefox',
  'Pexip',
];

/** What the page of the options is called in each language: its button, its title and each mention. */
const OPTIONS = {
  en: 'option',
  nb: 'innstilling',
  de: 'einstellung',
  fr: 'option',
  es: 'opcion',
  ar: 'خيارات',
};

describe.each(TRANSLATIONS)('the texts in %s', (language) => {
  const originals = formsOf(sources, language);
  const texts = Object.entries(readTranslation(language)).map(([key, text]) => ({
    key,
    text: text.toLowerCase(),
    original: originals[key] ?? '',
  }));

  it.each(KEPT)('keep the name %s', (name) => {
    const about = texts.filter(({ original }) => original.includes(name));
    expect(about).not.toEqual([]);
    expect(about.filter(({ text }) => !text.includes(name.toLowerCase()))).toEqual([]);
  });

  it('have one name for the options', () => {
    const about = texts.filter(({ original }) => /\bthe options\b|^Options$/.test(original));
    expect(about.length).toBeGreaterThan(10);
    expect(about.filter(({ text }) => !text.includes(OPTIONS[language]))).toEqual([]);
  });
});
