import type { Measured } from '../support/figure';
import { goalsOf, markdownTable } from './table';

/** What a run needs to be repeated, and its results. */
export interface Report {
  /** ISO 8601. */
  at: string;
  command: string;
  /** Of what took part, by name. */
  versions: Record<string, string>;
  machine: string;
  results: Measured[];
}

const BEGIN = '<!-- npm run bench -- --write-docs: what follows is its own -->';
const END = '<!-- until here -->';

/** Returns what docs/maintain/benchmarks.md has of a report: the figures with a goal, in one table. */
export function markdownOf({ at, command, versions, machine, results }: Report): string {
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `\`${command}\` on ${at.slice(0, 10)}, ${machine}: ${names.join(', ')}.`,
    markdownTable(goalsOf(results)),
  ].join('\n\n');
}

/**
 * Puts the tables between the two markers of a document.
 * @throws Error if the document has no such markers.
 */
export function withTables(document: string, tables: string): string {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin) {
    throw new Error(`The document has no place for the tables. Write two lines there: ${BEGIN} and ${END}`);
  }
  return `${document.slice(0, begin + BEGIN.length)}\n\n${tables}\n\n${document.slice(end)}`;
}
