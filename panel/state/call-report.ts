import type { DialRequest } from '../../protocol/dial-fields';
import { formatCsv, inert } from '../files/csv';
import { type TestCase, writeJUnit } from '../files/junit';
import { type CallResult, isGood } from './call-result';

/** A destination and what has come of it. Without a request, it couldn't be dialed. */
type Row = { target: { name: string; request?: DialRequest }; result: CallResult };

const destinationOf = ({ target }: Row) => target.request?.destination ?? target.name;

/** The results as a table. */
export function reportAsCsv(rows: readonly Row[]): string {
  const cells = rows.map((row) => {
    const { result, target } = row;
    const protocol = target.request?.protocol ?? '';
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
export const reportAsJUnit = (rows: readonly Row[], at: Date): string =>
  writeJUnit('dial-out', rows.map(asTestCase), at);

function asTestCase(row: Row): TestCase {
  const { outcome, detail = outcome, seconds = 0 } = row.result;
  const { name } = row.target;
  if (isGood(row.result)) return { name, seconds, output: outcome };
  return outcome === 'not-dialled'
    ? { name, seconds, skipped: detail }
    : { name, seconds, failed: { type: outcome, message: detail, text: destinationOf(row) } };
}
