import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FAULT_TESTS, FAULTS } from '../../chaos/faults';

const sources = FAULT_TESTS.map((file) => readFileSync(file, 'utf8'));
const PAGE = readFileSync('docs/explanation/reliability.md', 'utf8');

it.each(FAULTS.flatMap(({ fault, tests }) => tests.map((test) => ({ fault, test }))))(
  '$fault: has the test $test',
  ({ test }) => {
    // The tests of a table have their last word from it.
    const name = test.replace(/ (with|is) \w+$/, ' $1 %s');
    expect(sources.some((source) => source.includes(`'${test}'`) || source.includes(`'${name}'`))).toBe(true);
  },
);

it('has its table in the document, no row more and none less', () => {
  const [, ...lines] = PAGE.slice(PAGE.indexOf('| fault |')).split('\n');
  const rows = lines.slice(1, lines.indexOf(''));
  expect(rows).toEqual(FAULTS.map(({ fault, sees, lost }) => `| ${fault} | ${sees} | ${lost} |`));
});
