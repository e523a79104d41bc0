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

/** Counts what happens in a time, for each of those that do it. */
interface Rates<Doer> {
  /** Whether one more may happen; if so, it counts. */
  allows(doer: Doer): boolean;
  /** What has happened counts no more. */
  forget(doer: Doer): void;
}

/** As `limitRate`, for each apart. */
export function limitRates<Doer>(...limit: Parameters<typeof limitRate>): Rates<Doer> {
  const rates = new Map<Doer, () => boolean>();
  return {
    allows(doer) {
      const mayHappen = rates.get(doer) ?? limitRate(...limit);
      rates.set(doer, mayHappen);
      return mayHappen();
    },
    forget: (doer) => void rates.delete(doer),
  };
}
