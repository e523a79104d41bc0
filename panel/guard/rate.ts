const MINUTE_MS = 60_000;

/** Counts the calls of the last minute. */
export interface Rate {
  note(): void;
  /** How long until another call may be placed; 0 for at once. */
  waitMs(perMinute: number): number;
}

export function createRate(now: () => number): Rate {
  let placed: number[] = [];
  return {
    note: () => {
      placed = [...placed.filter((at) => at > now() - MINUTE_MS), now()];
    },
    waitMs: (perMinute) => {
      if (perMinute === 0) return 0;
      const recent = placed.filter((at) => at > now() - MINUTE_MS);
      const first = recent[recent.length - perMinute];
      return first === undefined ? 0 : first + MINUTE_MS - now();
    },
  };
}
