import { relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import type { English } from '../strings';
import { readEnglish, type Source } from './sources';

/**
 * Removes the English from the scripts of a build: there the browser reads it from `_locales`, as it reads
 * the other languages. The names of the texts stay, and which of them have gaps.
 * See docs/decisions/0010-languages.md.
 */
export function stripEnglish(): Plugin {
  let sources: Promise<Source[]> | undefined;
  return {
    name: 'strip-english',
    apply: 'build',
    async transform(_, id) {
      sources ??= readEnglish();
      const path = relative('.', id).split(sep).join('/');
      const areas = (await sources).filter((source) => source.path === path);
      if (areas.length === 0) return null;
      const lines = areas.map(
        ({ name, area, english }) =>
          `export const ${name} = strings(${JSON.stringify(area)}, ${JSON.stringify(outlineOf(english))});`,
      );
      const from = JSON.stringify(resolve('locales/strings.ts'));
      return { code: [`import { strings } from ${from};`, ...lines].join('\n'), map: null };
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
