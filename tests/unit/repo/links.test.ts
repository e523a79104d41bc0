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

/** What readers look for: the line of README.md that leads there, the document, and its heading. */
const READERS: ReadonlyArray<
  readonly [reader: string, question: string, line: string, document: string, heading: string]
> = [
  ['a newcomer', 'what it is, and whether they need it', 'who needs it', 'README.md', 'external-chat'],
  ['a newcomer', 'how to try it', 'try it step by step', 'docs/get-started.md', '1-start-the-demo'],
  [
    'an administrator',
    'how to install both parts for everyone',
    'install it for an organization',
    'docs/admin/roll-out.md',
    '1-upload-the-plugin',
  ],
  [
    'an administrator',
    'which values and defaults policies have',
    'install it for an organization',
    'docs/admin/policies.md',
    'top-level-values',
  ],
  [
    'a test engineer',
    'how to test every night',
    'test a deployment every night',
    'docs/test/run-scenarios.md',
    'every-night',
  ],
  [
    'a test engineer',
    'why a call fails',
    'fix something that does not work',
    'docs/use/troubleshooting.md',
    'calls',
  ],
  [
    'a developer of a host page',
    'how to connect a page',
    'connect your own page',
    'docs/integrate/host-page.md',
    'add-the-library',
  ],
  [
    'a developer of a host page',
    'how to test it without a meeting',
    'connect your own page',
    'docs/integrate/message-log.md',
    'test-a-host-page-without-a-meeting',
  ],
  [
    'a plugin developer',
    'whether a Webapp2 plugin runs',
    'written for Webapp2',
    'docs/admin/classic-plugins.md',
    'what-runs',
  ],
  [
    'a plugin developer',
    'how to change the plugin with live reload',
    'change it',
    'CONTRIBUTING.md',
    'work-on-the-plugin',
  ],
  [
    'a finder of a vulnerability',
    'how to report it',
    'report a vulnerability',
    'SECURITY.md',
    'report-a-vulnerability',
  ],
];

describe('readers', () => {
  it.each(READERS)('%s finds %s', (_reader, _question, line, document, heading) => {
    const row = readFileSync('README.md', 'utf8')
      .split('\n')
      .find((text) => text.startsWith('|') && text.includes(line));
    expect(row).toBeDefined();
    const named = [...(row ?? '').matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => path);
    const next = named.flatMap((path) => linksIn(path).map((link) => link.path));
    expect(['README.md', ...named, ...next]).toContain(document);
    expect(headingsIn(document)).toContain(heading);
  });
});

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
