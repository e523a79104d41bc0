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

  it.each(DOCUMENTS.filter((path) => path.startsWith('docs/')))('%s is near README.md', (document) => {
    // Two clicks lead to every document, and one more from the list of decisions to each of them.
    expect(clicksTo(document)).toBeLessThanOrEqual(/decisions\/\d/.test(document) ? 3 : 2);
  });
});

/** Returns how many clicks lead from README.md to a document. */
function clicksTo(document: string): number {
  const clicks = new Map([['README.md', 0]]);
  for (const [page, count] of clicks)
    for (const { path } of linksIn(page)) {
      const next = existsSync(path) && statSync(path).isDirectory() ? join(path, 'README.md') : path;
      if (next.endsWith('.md') && existsSync(next) && !clicks.has(next)) clicks.set(next, count + 1);
    }
  return clicks.get(document) ?? Number.POSITIVE_INFINITY;
}

describe('README.md', () => {
  const lines = readFileSync('README.md', 'utf8').split('\n');

  it('has at most 60 lines', () => {
    expect(lines.length).toBeLessThanOrEqual(60);
  });

  it('says in its first screen what it is, for whom, with a picture and one command', () => {
    const screen = lines.slice(0, 25).join('\n');
    expect(screen).toMatch(/^# External Chat\n\nExternal Chat adds .+\n\n!\[.+\]\(docs\/images\/\w+\.png\)/);
    expect(screen).toContain('who needs it');
    expect(screen.match(/```sh\n.+\n```/g)).toHaveLength(1);
  });
});

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
