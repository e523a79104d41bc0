import { mkdirSync, readFileSync } from 'node:fs';
import { launch } from 'puppeteer-core';

/** Renders the extension's icons from the drawings in `scripts/icons/`; run after one of them has changed. */
const DRAWINGS = [
  // Also what the toolbar shows of a tab where all is ready.
  { drawing: 'icon', prefix: '', sizes: [16, 32, 48, 96, 128] },
  // What else it shows of one; see browser/icon.ts.
  { drawing: 'none', prefix: 'none-', sizes: [16, 32, 48] },
  { drawing: 'found', prefix: 'found-', sizes: [16, 32, 48] },
];

const browser = await launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
mkdirSync('public/icon', { recursive: true });
const page = await browser.newPage();
for (const { drawing, prefix, sizes } of DRAWINGS) {
  const svg = readFileSync(`scripts/icons/${drawing}.svg`, 'utf8');
  for (const size of sizes) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    await page.screenshot({ path: `public/icon/${prefix}${size}.png`, omitBackground: true });
  }
}
await browser.close();
