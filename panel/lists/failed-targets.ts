import { isGood } from '../state/call-result';
import type { Target } from './lines';
import type { Row } from './run';

/**
 * Returns what is worth another try: destinations that were called, and nobody came. Not those that the user
 * hung up on or stopped, and not those that may not be dialed.
 */
export const failedTargets = (rows: readonly Row[]): readonly Target[] =>
  rows.filter(hasFailed).map(({ target }) => target);

function hasFailed({ target, callId, result }: Row): boolean {
  if (!('request' in target) || callId === undefined || isGood(result)) return false;
  // A call without a meeting has a reason; one that the user took back has none.
  return result.outcome === 'not-dialed' ? result.detail !== undefined : result.outcome !== 'hung-up';
}
