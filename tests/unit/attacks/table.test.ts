import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attackFiles, TITLE } from '../../attacks/find';
import { readReport } from '../../attacks/report';
import { formatTable } from '../../attacks/table';

const test = (ancestorTitles: string[], title: string, status = 'passed') => ({
  ancestorTitles,
  title,
  status,
});
const report = (...assertionResults: ReturnType<typeof test>[]) =>
  JSON.stringify({ testResults: [{ assertionResults }] });

describe('npm run attacks', () => {
  it('finds the attacks in every kind of test', () => {
    const files = attackFiles('tests');
    for (const file of [
      'tests/browser/dock-attacks.test.ts',
      'tests/unit/branding/dev-server/server.test.ts',
      'tests/unit/settings/allow-list.test.ts',
    ])
      expect(files).toContain(file);
  });

  it('leaves out no file with an attack in it', () => {
    const files = attackFiles('tests');
    const named = readdirSync('tests', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.test\.tsx?$/.test(name) && name !== 'unit/attacks/table.test.ts')
      .map((name) => join('tests', name))
      .filter((path) => /['"`]attack: /.test(readFileSync(path, 'utf8')));
    expect(files.toSorted()).toEqual(named.toSorted());
  });

  it.each([
    ['attack: a page lies', true],
    ['the panel attack: a page lies', true],
    ['an attack on the panel', false],
    ['counterattack: no', false],
  ])('takes the title %j: %s', (title, expected) => {
    expect(TITLE.test(title)).toBe(expected);
  });

  it('has a row for each attack, with what happens, and what failed first', () => {
    const attacks = readReport(
      report(
        test(['the dev server', 'attack: a site asks'], 'gets nothing'),
        test(['the dev server', 'attack: a site asks', 'under a name'], 'gets | nothing', 'failed'),
        test(['attack: a guest sends a link'], 'stays text'),
        test(['attack: a guest sends a link'], 'was left out', 'skipped'),
        test(['the dev server'], 'serves'),
      ),
    );
    expect(formatTable(attacks)).toBe(
      [
        '| attack | what happens | |',
        '|---|---|---|',
        '| a guest sends a link | stays text | holds |',
        '| a site asks | FAILED: under a name: gets \\| nothing; gets nothing | FAILED |',
        '',
        '2 attacks, 3 variations, 1 failed',
        '',
      ].join('\n'),
    );
  });

  it('counts what it does not spell out', () => {
    const many = Array.from({ length: 9 }, (_, at) => test(['attack: many'], `${at}`));
    expect(formatTable(readReport(report(...many)))).toContain('| 0; 1; 2; 3; and 5 more |');
  });
});
