import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DIAL_FIELDS } from '../../../protocol/dial-fields';
import { fromHost } from '../../../protocol/from-host';
import { fromPlugin } from '../../../protocol/from-plugin';
import { PLUGIN_FEATURES } from '../../../protocol/messages';
import { DOCUMENTS } from './support/documents';

const protocol = readFileSync('docs/integrate/protocol.md', 'utf8');
const rows = protocol.split('\n').filter((line) => line.startsWith('| `'));
const documented = (name: string) => rows.some((row) => row.startsWith(`| \`${name}\` `));

describe('docs/integrate/protocol.md', () => {
  it.each(Object.keys(fromPlugin))('has the message %s of the plugin', (name) => {
    expect(documented(name)).toBe(true);
  });
  it.each(Object.keys(fromHost))('has the message %s of the top window', (name) => {
    expect(documented(name)).toBe(true);
  });
  it.each(DIAL_FIELDS)('has the dial field %s', (name) => {
    expect(documented(name)).toBe(true);
  });
  it.each(PLUGIN_FEATURES)('has the feature %s', (name) => {
    expect(documented(name)).toBe(true);
  });
});

describe('docs/explanation/threat-model.md', () => {
  const threats = readFileSync('docs/explanation/threat-model.md', 'utf8')
    .split('\n')
    .map((line) => line.split(' | '))
    .filter((cells) => cells.length === 4 && !cells[0]?.includes('attacker'))
    .map((cells) => [cells[0]?.slice(2), cells[1], cells[3] ?? ''] as const);

  it.each(threats)('%s, to %s: names tests that exist', (_attacker, _aim, tests) => {
    const named = [...tests.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    expect(named.length + Number(/\bfilter\b/.test(tests))).toBeGreaterThan(0);
    for (const name of named) {
      const path = name.includes('/') ? name : `tests/browser/${name}.test.ts`;
      expect([path, existsSync(path)]).toEqual([path, true]);
    }
  });

  it('is a table with a row for each threat', () => {
    expect(threats.length).toBeGreaterThan(25);
  });
});

it('docs/explanation/architecture.md names only files that exist', () => {
  const named = [
    ...readFileSync('docs/explanation/architecture.md', 'utf8').matchAll(/`([a-z\d-]+\/[\w./-]+)`/g),
  ];
  expect(named.length).toBeGreaterThan(40);
  expect(named.map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([]);
});

it('docs/explanation/architecture.md has every folder at the root in its tree', () => {
  const tree = readFileSync('docs/explanation/architecture.md', 'utf8').split('```')[1] ?? '';
  const named = [...tree.matchAll(/^([a-z]+)\//gm)].map(([, folder]) => folder);
  const made = ['node_modules', ...readFileSync('.gitignore', 'utf8').split('\n')].map((line) =>
    line.replaceAll('/', ''),
  );
  const folders = readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !made.includes(entry.name))
    .map(({ name }) => name);
  expect(named.toSorted()).toEqual(folders.filter((name) => name !== 'docs').toSorted());
});

describe('the documents', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

  it.each(DOCUMENTS)('%s names only scripts that exist', (file) => {
    const named = [...readFileSync(file, 'utf8').matchAll(/npm run ([a-z\d:]+)/g)].map(
      ([, name]) => name ?? '',
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
