import { mkdirSync, readFileSync } from 'node:fs';
import { launch } from 'puppeteer-core';

/** Renders the extension's icons from `scripts/icons/icon.svg`; run after the drawing has changed. */
const svg = readFileSync('scripts/icons/icon.svg', 'utf8');
const browser = await launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
mkdirSync('public/icon', { recursive: true });
const page = await browser.newPage();
for (const size of [16, 32, 48, 96, 128] as const) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await page.screenshot({ path: `public/icon/${size}.png`, omitBackground: true });
}
await browser.close();
