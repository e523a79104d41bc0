import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';

/** Puts pictures side by side, tops aligned, as a browser shows a page and its side panel. */
export async function besideEachOther(
  browser: Browser,
  folder: string,
  pictures: readonly string[],
  target: string,
): Promise<void> {
  const page = await browser.newPage();
  const images = pictures
    .map((name) => readFileSync(join(folder, name)).toString('base64'))
    .map((data) => `<img src="data:image/png;base64,${data}">`);
  await page.setContent(
    `<style>body{margin:0}div{display:inline-flex;gap:1px;background:#888;align-items:stretch}img{display:block}</style><div>${images.join('')}</div>`,
  );
  const row = await page.$('div');
  await row?.screenshot({ path: join(folder, target) });
  await page.close();
}
