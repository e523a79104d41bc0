import { limitRate } from './rate';

/** More than anybody reads, and as many as a large meeting has reason for. */
const MOST_NOTICES = 20;
const WITHIN_MS = 10_000;

/**
 * Shows notices, as long as they are few enough for the meeting to be seen.
 *
 * @param tooMany is called for each that is left out
 */
export function limitNotices(
  show: (text: string) => void,
  tooMany: () => void,
  now?: () => number,
): (text: string) => void {
  const mayShow = limitRate(MOST_NOTICES, WITHIN_MS, now);
  return (text) => (mayShow() ? show(text) : tooMany());
}
