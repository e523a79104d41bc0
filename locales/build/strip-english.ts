import type { Plugin } from 'vite';
import type { English } from '../strings';
import { findWords } from './read-words';

/**
 * Takes the English out of what the panel loads before it shows: in the extension the browser has it, as it
 * has the other languages, in `_locales`. What is left is the names of the texts, and which have gaps.
 */
export function stripEnglish(): Plugin {
  return {
    name: 'strip-english',
    transform(code, id) {
      if (!/\bstrings\(['"]/.test(code) || !/\.ts$/.test(id) || id.includes('node_modules')) return null;
      const areas = findWords(this.parse(code), id);
      let stripped = code;
      // From the end, so that what comes before stays where it is.
      for (const { english, start, end } of areas.toReversed()) {
        stripped = stripped.slice(0, start) + JSON.stringify(outlineOf(english)) + stripped.slice(end);
      }
      return { code: stripped, map: null };
    },
  };
}

const outlineOf = (english: English): English =>
  Object.fromEntries(
    Object.entries(english).map(([name, entry]) => {
      if (typeof entry !== 'string') return [name, outlineOf(entry)];
      return [name, entry.replaceAll('{{', '').includes('{') ? '{}' : ''];
    }),
  );
