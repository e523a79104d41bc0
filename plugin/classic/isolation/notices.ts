import { OBSTACLES } from '../obstacles/obstacles';
import type { Owner } from '../streams/owner';
import { limitRates } from './rate';

/** More than anybody reads, and as many as a large meeting has reason for. */
const MOST_NOTICES = 20;
const WITHIN_MS = 10_000;

/**
 * Shows the notices of each plugin, as long as they are few enough for the meeting to be seen. What is left
 * out of one plugin's leaves the others theirs.
 */
export function limitNotices(
  show: (text: string) => void,
  now?: () => number,
): (text: string, owner: Owner | undefined) => void {
  const rates = limitRates<Owner | undefined>(MOST_NOTICES, WITHIN_MS, now);
  return (text, owner) => {
    if (rates.allows(owner)) show(text);
    else owner?.limit(OBSTACLES.notices);
  };
}
