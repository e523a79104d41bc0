import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formsOf } from '../../../locales/build/forms';
import { readEnglish, readTranslation, TRANSLATIONS } from '../../../locales/build/sources';

const sources = await readEnglish();
const THREE_WORDS = /\p{L}{2,}[,.:;]?\s+\p{L}{2,}[,.:;]?\s+\p{L}{2,}/u;

const english = formsOf(sources, 'en');

/**
 * The names of a text's gaps, each as often as it occurs; what stands in double braces is kept as it is, too.
 */
const gapsOf = (text: string) => (text.match(/\{\{.*?\}\}|\{.*?\}/g) ?? []).toSorted();

describe('the English texts', () => {
  it('are those that were translated: where not, `npm run strings` lists what changed', () => {
    expect(readTranslation('en')).toEqual(english);
  });

  it('have areas of their own', () => {
    const areas = sources.map(({ area }) => area);
    expect(areas.filter((area, at) => areas.indexOf(area) !== at)).toEqual([]);
  });

  // Browsers compare the names of messages without regard to case.
  it('have keys that a browser can tell apart', () => {
    const keys = Object.keys(english).map((key) => key.toLowerCase());
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('are said to the stores and the toolbar within their limits', () => {
    const named = readFileSync('wxt.config.ts', 'utf8').matchAll(/__MSG_(\w+?)__/g);
    const keys = new Set([...named].map(([, key]) => key ?? ''));
    const written = Object.keys(english).filter((key) => key.startsWith('manifest_'));
    expect([...keys].toSorted()).toEqual(written.toSorted());
  });
});

/** Names and commands that are written alike everywhere. */
const ALIKE = /^(Teams|Skype|External|SIP|npm)/;
const isProse = (text: string) => THREE_WORDS.test(text.replace(/\{\w*\}/g, '')) && !ALIKE.test(text);

describe.each(TRANSLATIONS)('the texts in %s', (language) => {
  const texts = readTranslation(language);
  const originals = formsOf(sources, language);
  const keys = Object.keys(originals);

  it('are all there: where not, `npm run strings` puts them in, to be translated', () => {
    expect(keys.filter((key) => !(key in texts))).toEqual([]);
  });

  it('are all still in use: where not, `npm run strings` takes them out', () => {
    expect(Object.keys(texts).filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('have the gaps of the English', () => {
    const wrong = Object.entries(texts).filter(([key, text]) => {
      const gaps = gapsOf(text);
      const expected = gapsOf(originals[key] ?? '');
      // A form for one or two may do without the number.
      const isForm = /_(zero|one|two)$/.test(key) && !gaps.includes('{count}');
      return gaps.join() !== (isForm ? expected.filter((gap) => gap !== '{count}') : expected).join();
    });
    expect(wrong).toEqual([]);
  });

  it('are translated: three words in a row are hardly ever the same in two languages', () => {
    const same = Object.entries(texts).filter(([key, text]) => text === originals[key] && isProse(text));
    expect(same).toEqual([]);
  });

  // English that was put in to be translated stays as it was when the English beside the code is changed.
  it('are not those of another language either', () => {
    const others = TRANSLATIONS.filter((other) => other !== language).map((other) => readTranslation(other));
    const same = Object.entries(texts).filter(
      ([key, text]) => isProse(text) && others.some((other) => other[key] === text),
    );
    expect(same).toEqual([]);
  });

  it('are text, without what a browser would read as its own placeholder', () => {
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '' || text.includes('$'))).toEqual([]);
  });

  it.each([
    // https://developer.chrome.com/docs/extensions/reference/manifest/name and …/description
    ['manifest_name', 45],
    ['manifest_description', 132],
    ['manifest_title', 60],
    ['manifest_focusDestination', 80],
    ['manifest_toggleChat', 80],
  ])('keep %s at most %i characters long', (key, most) => {
    expect(texts[key]?.length).toBeLessThanOrEqual(most);
    expect(english[key]?.length).toBeLessThanOrEqual(most);
  });
});
