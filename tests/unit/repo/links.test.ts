import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourcesWithout } from '../../prebuild/digest';
import { DOCUMENTS, headingsIn, linksIn } from './support/documents';

describe('links in documents', () => {
  it('finds the documents', () => {
    expect(DOCUMENTS.length).toBeGreaterThan(35);
  });

  it.each(DOCUMENTS)('%s links only to files and headings that exist', (document) => {
    const broken = linksIn(document).filter(
      ({ path, heading }) =>
        !existsSync(path) ||
        (heading &&
          !headingsIn(statSync(path).isDirectory() ? join(path, 'README.md') : path).includes(heading)),
    );
    expect(broken).toEqual([]);
  });

  it.each(DOCUMENTS.filter((path) => path.startsWith('docs/')))(
    '%s can be reached from README.md',
    (document) => {
      expect(reached).toContain(document);
    },
  );
});

const reached = new Set(['README.md']);
for (const document of reached)
  for (const { path } of linksIn(document)) {
    const page = existsSync(path) && statSync(path).isDirectory() ? join(path, 'README.md') : path;
    if (page.endsWith('.md') && existsSync(page)) reached.add(page);
  }

describe('paths of documents in sources', () => {
  const sources = sourcesWithout([]).filter((path) => /\.(tsx?|json|js|mjs|ya?ml|sh)$|Makefile$/.test(path));

  it('name only documents that exist', () => {
    const named = sources.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/(?<![\w/.-])(?:\.\.\/)*docs\/[\w./-]+\.(?:md|json|png)/g)].map(
        ([name]) => ({ path, name: name.startsWith('..') ? join(dirname(path), name) : name }),
      ),
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter(({ name }) => !existsSync(name))).toEqual([]);
  });
});
