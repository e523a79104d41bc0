import { type Figure, isMet, type Measured } from '../support/figure';

const HEAD = ['what', 'median', 'p99', 'runs', 'ratio', 'goal', 'met'];

/** The figures of a benchmark as cells: a row of headings, and one for each. */
export function rowsOf({ figures }: Measured): string[][] {
  return [HEAD, ...figures.map(cells)];
}

/** Returns the figures with a goal as cells, for all benchmarks together. */
export function goalsOf(results: readonly Measured[]): string[][] {
  const rows = results.flatMap(({ title, figures }) =>
    figures
      .filter(({ goal }) => goal)
      .map((figure) => {
        const [what = '', median = '', , , ratio = '', goal = '', met = ''] = cells(figure);
        return [title, what, ratio || median, goal, met];
      }),
  );
  return [['benchmark', 'what', 'result', 'goal', 'met'], ...rows];
}

function cells(figure: Figure): string[] {
  const { what, unit, median, p99, runs, ratio, goal } = figure;
  const met = isMet(figure);
  return [
    figure.in ? `${what}, ${figure.in}` : what,
    `${number(median)} ${unit}`,
    p99 === undefined ? '' : `${number(p99)} ${unit}`,
    String(runs),
    ratio ? `${ratio.value.toFixed(2)} (${ratio.to})` : '',
    goal ? `${goal.strictly ? '<' : '≤'} ${number(goal.max)}${ratio ? '' : ` ${unit}`}` : '',
    met === undefined ? '' : met ? 'yes' : 'NO',
  ];
}

/** Three significant figures, and no more digits than that before the point either would take away. */
const number = (value: number): string =>
  Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));

/** For a terminal: columns of equal width. */
export function textTable(rows: readonly string[][]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}

/** For the documents. */
export function markdownTable(rows: readonly string[][]): string {
  const [head = [], ...body] = rows;
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...body.map(line)].join('\n');
}
