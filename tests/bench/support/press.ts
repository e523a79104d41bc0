import type { Surface } from '../../browser/harness/browser';

/**
 * Turns the badge on and off: the panel asks, the peer does it, and the panel shows it. In milliseconds
 * each.
 */
export const press = (panel: Surface, times: number): Promise<number[]> =>
  panel.evaluate(async (count) => {
    const badge = [...document.querySelectorAll<HTMLInputElement>('[role=switch]')].at(-1);
    if (!badge) throw new Error('The panel has no switches.');
    const taken: number[] = [];
    for (let index = 0; index < count; index++) {
      const before = badge.checked;
      const start = performance.now();
      badge.click();
      // Not a timer: one that sets itself again is held back for four milliseconds.
      const { port1: turn, port2: next } = new MessageChannel();
      await new Promise<void>((resolve) => {
        turn.onmessage = () => (badge.checked === before ? next.postMessage('') : resolve());
        next.postMessage('');
      });
      turn.close();
      taken.push(performance.now() - start);
      // Nobody presses faster, and a panel is told of changes once a frame.
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return taken;
  }, times);
