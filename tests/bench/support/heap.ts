import type { Page } from 'puppeteer-core';

/** JavaScript in use in the page's process, without garbage, in kilobytes; only Chromium tells. */
export async function heapInUse(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  try {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize / 1000;
  } finally {
    await session.detach();
  }
}
