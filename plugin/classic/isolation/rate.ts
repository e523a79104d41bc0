/**
 * Counts what happens in a time.
 *
 * @returns whether one more may happen; if so, it counts
 */
export function limitRate(
  max: number,
  withinMs: number,
  now: () => number = () => performance.now(),
): () => boolean {
  let done: number[] = [];
  return () => {
    const since = now() - withinMs;
    done = done.filter((at) => at > since);
    if (done.length >= max) return false;
    done.push(now());
    return true;
  };
}
