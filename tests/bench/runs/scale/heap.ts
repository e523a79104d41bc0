import type { Page } from 'puppeteer-core';
import type { Surface } from '../../../browser/harness/browser';

/** What the panel holds in memory, in bytes. */
export const heap = (panel: Surface): Promise<number> =>
  panel.evaluate(() => Number(Reflect.get(Object(Reflect.get(performance, 'memory')), 'usedJSHeapSize')));

/** What the panel holds in memory without garbage, in kilobytes. */
export async function heapInUse(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  try {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize / 1000;
  } finally {
    await session.detach();
  }
}
