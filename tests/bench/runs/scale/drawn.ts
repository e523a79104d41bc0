import type { Surface } from '../../../browser/harness/browser';

/** Counts the frames of each of so many seconds, and the longest time between two, in milliseconds. */
export const drawn = (panel: Surface, seconds: number): Promise<{ counts: number[]; longest: number }> =>
  panel.evaluate(async (seconds) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const counts = Array.from({ length: seconds }, () => 0);
    const startedAt = await frame();
    let [last, longest] = [startedAt, 0];
    for (;;) {
      const now = await frame();
      const second = Math.floor((now - startedAt) / 1000);
      longest = Math.max(longest, now - last);
      last = now;
      if (second >= seconds) return { counts, longest };
      counts[second] = (counts[second] ?? 0) + 1;
    }
  }, seconds);
