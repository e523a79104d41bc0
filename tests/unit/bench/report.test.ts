import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { markdownOf, type Report, withTables } from '../../bench/report/document';
import { markdownTable, rowsOf, textTable } from '../../bench/report/table';
import { type Figure, isMet, type Measured } from '../../bench/support/figure';

const figure = (over: Partial<Figure> = {}): Figure => ({
  what: 'a trip',
  median: 1,
  unit: 'ms',
  runs: 3,
  ...over,
});

describe('a goal', () => {
  it.each([
    ['none', {}, undefined],
    ['reached exactly', { median: 2, goal: { max: 2 } }, true],
    ['passed', { median: 2.01, goal: { max: 2 } }, false],
    ['reached where it had to be passed', { median: 2, goal: { max: 2, strictly: true } }, false],
    ['of the ratio', { median: 9, ratio: { to: 'x', value: 1.2 }, goal: { max: 1.25 } }, true],
    ['of nothing measured', { median: Number.NaN, goal: { max: 2 } }, false],
  ] as const)('%s', (_, over, met) => {
    expect(isMet(figure(over))).toBe(met);
  });
});

const measured: Measured = {
  name: 'idle',
  title: 'Idle tax',
  note: 'A note.',
  figures: [
    figure({ in: 'Firefox', median: 0.123456, p99: 1234.5, unit: 'µs', runs: 400 }),
    figure({ what: 'bytes', median: 19354, unit: 'B', runs: 1, goal: { max: 12_000 } }),
    figure({ ratio: { to: 'this ÷ that', value: 1.005 }, goal: { max: 1, strictly: true } }),
  ],
};

describe('a table', () => {
  it('has what was measured, how often, and whether the goal is met', () => {
    expect(rowsOf(measured).slice(1)).toEqual([
      ['a trip, Firefox', '0.123 µs', '1235 µs', '400', '', '', ''],
      ['bytes', '19354 B', '', '1', '', '≤ 12000 B', 'NO'],
      ['a trip', '1 ms', '', '3', '1.00 (this ÷ that)', '< 1', 'NO'],
    ]);
  });

  it('stands in columns on a terminal', () => {
    const columns = textTable(rowsOf(measured))
      .split('\n')
      .map((line) => /\d+ (?:µs|B|ms)|median/.exec(line)?.index);
    expect(new Set(columns.slice(0, 1).concat(columns.slice(2))).size).toBe(1);
  });

  it('is one in Markdown', () => {
    expect(
      markdownTable([
        ['a', 'b'],
        ['1', '2'],
      ]),
    ).toBe('| a | b |\n|---|---|\n| 1 | 2 |');
  });
});

describe('docs/maintain/benchmarks.md', () => {
  const report: Report = {
    at: '2026-11-20T21:00:00.000Z',
    command: 'npm run bench -- --all',
    versions: { penpal: '7.0.6' },
    machine: '2 × a processor, 4 GiB',
    results: [measured],
  };
  const tables = markdownOf(report);

  it('says when, where and with what its figures were taken', () => {
    expect(tables).toContain('`npm run bench -- --all` on 2026-11-20, 2 × a processor, 4 GiB: penpal 7.0.6.');
    expect(tables).toContain('| Idle tax | bytes | 19354 B | ≤ 12000 B | NO |');
    expect(tables).toContain('| Idle tax | a trip | 1.00 (this ÷ that) | < 1 | NO |');
    expect(tables).not.toContain('Firefox');
  });

  it('has a place for them, and keeps what stands around it', () => {
    const document = readFileSync('docs/maintain/benchmarks.md', 'utf8');
    const once = withTables(document, tables);
    expect(once).toContain(tables);
    expect(withTables(once, tables)).toBe(once);
    const [begin = '', end = ''] = once.split(tables);
    expect(document.startsWith(begin.trimEnd())).toBe(true);
    expect(document.endsWith(end.trimStart())).toBe(true);
  });

  it('is left alone where it has no such place', () => {
    expect(() => withTables('# Benchmarks', tables)).toThrow('no place for the tables');
  });
});
