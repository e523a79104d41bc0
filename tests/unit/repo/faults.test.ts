import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FAULTS } from '../../chaos/faults';

const sources = ['tests/chaos', 'tests/browser'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
);
const PAGE = readFileSync('docs/faults.md', 'utf8');

it.each(FAULTS)('$fault: has a test, and its row in the document', ({ fault, sees, lost, test }) => {
  // The tests of a table have their last word from it.
  const name = test.replace(/ with \w+$/, ' with %s');
  expect(sources.some((source) => source.includes(`'${test}'`) || source.includes(`'${name}'`))).toBe(true);
  expect(PAGE).toContain(`| ${fault} | ${sees} | ${lost} |`);
});
