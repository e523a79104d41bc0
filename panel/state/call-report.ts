import type { DialRequest } from '../../protocol/dial-fields';
import { LIMITS } from '../../protocol/limits';
import { formatCsv, inert } from '../files/csv';
import { type TestCase, writeJUnit } from '../files/junit';
import { redact, redactText } from '../request/redact';
import { withoutSecrets } from '../request/redact-address';
import { type CallResult, isGood } from './call-result';

/** A destination and what has come of it. Without a request, it couldn't be dialed. */
type Row = { target: { name: string; request?: DialRequest }; result: CallResult };

const destinationOf = ({ target }: Pick<Row, 'target'>) =>
  target.request ? redact(target.request).request.destination : nameOf({ target });

/**
 * Reports go to build servers and into mail. What has no name is named by its destination, as pasted; of a
 * line that is longer than any destination, by its beginning.
 */
function nameOf({ target: { name, request } }: Pick<Row, 'target'>): string {
  const known = name.slice(0, LIMITS.url);
  return request && name !== request.destination ? redactText(known, request) : withoutSecrets(known);
}

const detailOf = ({ target: { request }, result: { detail = '' } }: Row) =>
  request ? redactText(detail, request) : detail;

/** The results as a table, without PINs, tones, stream keys and passwords. */
export function reportAsCsv(rows: readonly Row[]): string {
  const cells = rows.map((row) => {
    const { result, target } = row;
    const protocol = target.request?.protocol ?? '';
    return [
      nameOf(row),
      destinationOf(row),
      protocol,
      result.outcome,
      String(result.seconds ?? ''),
      detailOf(row),
    ];
  });
  return formatCsv([
    ['name', 'destination', 'protocol', 'outcome', 'seconds', 'detail'],
    ...cells.map((row) => row.map(inert)),
  ]);
}

/** The results for a build server: a call that was joined has passed, one that was not placed is skipped. */
export const reportAsJUnit = (rows: readonly Row[], at: Date): string =>
  writeJUnit('dial-out', rows.map(asTestCase), at);

function asTestCase(row: Row): TestCase {
  const { outcome, seconds = 0 } = row.result;
  const detail = detailOf(row) || outcome;
  const name = nameOf(row);
  if (isGood(row.result)) return { name, seconds, output: outcome };
  return outcome === 'not-dialed'
    ? { name, seconds, skipped: detail }
    : { name, seconds, failed: { type: outcome, message: detail, text: destinationOf(row) } };
}
