import type { StorageArea } from '../../../settings/storage/area';

const MINUTE_MS = 60_000;
/** Each call has a key of its own: two panels that write at the same time overwrite nothing. */
const KEY = 'placed.';

/** Counts the calls that all panels of this browser have placed within the last minute. */
export interface Rate {
  /**
   * How long until another call may be placed, in milliseconds; 0 for at once, as ever where `perMinute` is
   * 0.
   */
  waitMs(perMinute: number): Promise<number>;
  /**
   * Takes room for one call: 0 if it may be placed now, and counts from now on; otherwise how long to wait.
   */
  reserve(perMinute: number): Promise<number>;
}

/** Makes the count. A store that fails leaves a count of this panel alone. */
export function createRate(area: StorageArea, now: () => number): Rate {
  const own = new Map<string, number>();

  // A clock that was set back must not hold calls up until it is again as late as it was.
  const isRecent = (at: unknown): at is number => typeof at === 'number' && Math.abs(now() - at) < MINUTE_MS;

  async function recent(): Promise<number[]> {
    const all = await area.read().catch((error: unknown) => report(error) ?? {});
    const stored = Object.entries(all).filter(([key]) => key.startsWith(KEY));
    return [...new Map([...stored, ...own]).values()].filter(isRecent).sort((a, b) => a - b);
  }

  function waitOf(placed: readonly number[], perMinute: number): number {
    const first = placed[placed.length - perMinute];
    return first === undefined ? 0 : Math.max(1, first + MINUTE_MS - now());
  }

  async function forgetOld(): Promise<void> {
    for (const [key, at] of own) if (!isRecent(at)) own.delete(key);
    const all = Object.entries(await area.read());
    const old = all.flatMap(([key, at]) => (key.startsWith(KEY) && !isRecent(at) ? [key] : []));
    if (old.length > 0) await area.remove(old);
  }

  async function reserve(perMinute: number): Promise<number> {
    const before = waitOf(await recent(), perMinute);
    if (before > 0) return before;
    await forgetOld().catch(report);
    const key = KEY + crypto.randomUUID();
    own.set(key, now());
    await area.set({ [key]: now() }).catch(report);
    // Firefox gives a document in a page locks of its own, and the dock is one. So each document writes
    // before it looks: if two take the last room at once, the one that wrote later sees both.
    const after = waitOf(await recent(), perMinute + 1);
    if (after === 0) return 0;
    own.delete(key);
    await area.remove([key]).catch(report);
    return after;
  }

  return {
    waitMs: async (perMinute) => (perMinute === 0 ? 0 : waitOf(await recent(), perMinute)),
    reserve: async (perMinute) =>
      perMinute === 0 ? 0 : area.exclusively('placed', () => reserve(perMinute)),
  };
}

const report = (error: unknown): undefined => void console.error('Calls could not be counted:', error);
