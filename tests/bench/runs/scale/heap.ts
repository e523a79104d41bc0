import type { Surface } from '../../../browser/harness/browser';

/** What the panel holds in memory, in bytes. */
export const heap = (panel: Surface): Promise<number> =>
  panel.evaluate(() => Number(Reflect.get(Object(Reflect.get(performance, 'memory')), 'usedJSHeapSize')));
