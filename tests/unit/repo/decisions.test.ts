import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = 'docs/decisions';
const FILES = readdirSync(FOLDER).filter((name) => name !== 'README.md');
const INDEX = readFileSync(`${FOLDER}/README.md`, 'utf8');

describe('the decisions', () => {
  it('are numbered without gaps', () => {
    const numbers = FILES.map((name) => Number(/^(\d{4})-[a-z-]+\.md$/.exec(name)?.[1]));
    expect(numbers).toEqual(FILES.map((_, index) => index + 1));
  });

  it.each(FILES)('%s has a date and a status, as its row in the index has them', (name) => {
    const text = readFileSync(`${FOLDER}/${name}`, 'utf8');
    const [, title, date, status] =
      /^# (.+)\n\nDate: (\d{4}-\d\d-\d\d)\. Status: (accepted|replaced by \[.+\))\.\n\n/.exec(text) ?? [];
    expect(INDEX).toContain(`| [${name.slice(0, 4)}](${name}) | ${date} | ${title} | ${status} |`);
  });
});
