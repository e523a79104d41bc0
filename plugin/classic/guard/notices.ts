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
  now: () => number = () => performance.now(),
): (text: string) => void {
  let shown: number[] = [];
  return (text) => {
    const since = now() - WITHIN_MS;
    shown = shown.filter((at) => at > since);
    if (shown.length >= MOST_NOTICES) return tooMany();
    shown.push(now());
    show(text);
  };
}
