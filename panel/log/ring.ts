/** A list that forgets its oldest once it is full. */
interface Ring<T> {
  push(value: T): void;
  clear(): void;
  /** Oldest first. */
  list(): T[];
}

/** Makes a ring for `size` values. A push costs the same however many there are. */
export function createRing<T>(size: number): Ring<T> {
  let kept: T[] = [];
  let next = 0;
  return {
    push(value) {
      kept[next] = value;
      next = (next + 1) % size;
    },
    clear() {
      kept = [];
      next = 0;
    },
    list: () => (kept.length < size ? kept.slice() : [...kept.slice(next), ...kept.slice(0, next)]),
  };
}
