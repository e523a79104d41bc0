/** How long work may keep the panel from drawing and from taking input, in milliseconds. */
const MAX_TURN_MS = 30;

/** What long work awaits between its steps. */
export type Breaks = () => Promise<void> | undefined;

/** Returns what long work awaits between its steps, so that the panel goes on meanwhile. */
export function createBreaks(): Breaks {
  let began = performance.now();
  return () => {
    if (performance.now() - began < MAX_TURN_MS) return undefined;
    return new Promise((resolve) =>
      setTimeout(() => {
        began = performance.now();
        resolve();
      }),
    );
  };
}
