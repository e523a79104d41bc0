/** As it was before there were plugins: what this host waits for counts as no plugin's timer. */
const { setTimeout: start } = globalThis;

/** Waits by a timer of this host's own. */
export const wait = (ms: number): Promise<void> => new Promise((resolve) => start(resolve, ms));

/**
 * Makes a function that runs once in a time, however often it is asked to: a plugin may ask again with each
 * change that it sees.
 */
export function atMostEvery(ms: number, run: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    start(() => {
      isDue = false;
      run();
    }, ms);
  };
}
