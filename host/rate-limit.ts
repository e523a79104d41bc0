/** Messages that one source can send at once, and per millisecond after that. A person can't press a button as fast. */
const BURST = 100;
const PER_MS = 50 / 1000;

/**
 * Counts what each source has sent lately. `allows` takes one message from the source's allowance, or returns
 * false. `now` is in milliseconds, from any clock that doesn't go back.
 */
export function createRateLimit(): { allows(source: object, now: number): boolean } {
  const spent = new WeakMap<object, { left: number; at: number }>();
  return {
    allows(source, now) {
      const { left, at } = spent.get(source) ?? { left: BURST, at: now };
      const refilled = Math.min(BURST, left + (now - at) * PER_MS);
      const allowed = refilled >= 1;
      spent.set(source, { left: allowed ? refilled - 1 : refilled, at: now });
      return allowed;
    },
  };
}
