/** What one source may say in one go, and in a millisecond from then on. A person cannot press a button as fast. */
const BURST = 100;
const PER_MS = 50 / 1000;

/**
 * Keeps count of what each source has said lately: `allows` spends one message of the source's allowance, or
 * says that there is none left. Takes the time in milliseconds, from any clock that does not go back.
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
