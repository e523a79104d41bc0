/** Gives a number from 0 up to, not including, 1. */
type Random = () => number;

/** Mulberry32, by Tommy Ettinger: the same seed (32 bits) gives the same numbers in every run. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The element of a list that a number from 0 to 1 stands for; nothing of an empty one. */
export const pick = <T>(list: readonly T[], at: number): T | undefined => list[Math.floor(at * list.length)];
