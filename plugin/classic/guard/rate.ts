const WITHIN_MS = 10_000;

/**
 * Counts what happens in 10 seconds.
 *
 * @returns whether one more may happen; if so, it counts
 */
export function limitRate(most: number, now: () => number = () => performance.now()): () => boolean {
  let done: number[] = [];
  return () => {
    const since = now() - WITHIN_MS;
    done = done.filter((at) => at > since);
    if (done.length >= most) return false;
    done.push(now());
    return true;
  };
}
