import { formatCsv, inert } from '../transfer/csv';
import { isGood } from './result';
import type { Row } from './run';

const destinationOf = ({ target }: Row) => ('request' in target ? target.request.destination : target.name);

/** The results as a table. */
export function reportAsCsv(rows: readonly Row[]): string {
  const cells = rows.map((row) => {
    const { result, target } = row;
    const protocol = 'request' in target ? target.request.protocol : '';
    return [
      target.name,
      destinationOf(row),
      protocol,
      result.outcome,
      String(result.seconds ?? ''),
      result.detail ?? '',
    ];
  });
  return formatCsv([
    ['name', 'destination', 'protocol', 'outcome', 'seconds', 'detail'],
    ...cells.map((row) => row.map(inert)),
  ]);
}

/** The results for a build server: whoever joined passed, whoever was not dialled is skipped. */
export function reportAsJUnit(rows: readonly Row[], at: Date): string {
  const failures = rows.filter(isFailure).length;
  const skipped = rows.filter(({ result }) => result.outcome === 'not-dialled').length;
  const seconds = rows.reduce((sum, { result }) => sum + (result.seconds ?? 0), 0);
  const suite = `name="dial-out" tests="${rows.length}" failures="${failures}" errors="0" skipped="${skipped}" time="${seconds}" timestamp="${at.toISOString().slice(0, 19)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${rows.length}" failures="${failures}" time="${seconds}">`,
    `  <testsuite ${suite}>`,
    ...rows.map(testCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

const isFailure = ({ result }: Row) => !isGood(result) && result.outcome !== 'not-dialled';

function testCase(row: Row): string {
  const { result, target } = row;
  const open = `    <testcase classname="dial-out" name="${escaped(target.name)}" time="${result.seconds ?? 0}"`;
  if (isGood(result)) return `${open}/>`;
  const message = escaped(result.detail ?? result.outcome);
  const inner =
    result.outcome === 'not-dialled'
      ? `<skipped message="${message}"/>`
      : `<failure type="${result.outcome}" message="${message}">${escaped(destinationOf(row))}</failure>`;
  return `${open}>${inner}</testcase>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML 1.0 has no way at all to write most control characters: they are left out. */
const escaped = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replace(/[\n\r\t]/g, ' ');
