/**
 * Draws the pictures of the panel in docs/images/, from its page without an extension: `npm run pictures`.
 * Look at them before they are committed.
 */
import { mkdirSync } from 'node:fs';
import puppeteer, { type Page } from 'puppeteer-core';
import { createServer } from 'vite';
import { findExecutable } from '../tests/browser/harness/executable';

const FOLDER = 'docs/images';
const WIDTHS = { narrow: 320, wide: 560 } as const;
const SCHEMES = ['light', 'dark'] as const;

/** What to show, and what to do before it is shown. */
const VIEWS: readonly { name: string; state: string; prepare(page: Page): Promise<unknown> }[] = [
  {
    name: 'dial-out',
    state: 'calls',
    prepare: (page) => page.locator('#dial-destination').fill('22 33 44 55'),
  },
  {
    name: 'history',
    state: 'ready',
    prepare: (page) => page.locator('#tab-history').click(),
  },
  {
    name: 'lists',
    state: 'ready',
    prepare: async (page) => {
      await page.locator('#tab-lists').click();
      await page
        .locator('#list-lines')
        .fill('alice@example.com\n+47 22 33 44 55\nhttps://meet.google.com/abc');
      await page.locator('form[aria-label="Lists"] button[type="submit"]').click();
      await page.waitForSelector('table');
    },
  },
  { name: 'options', state: 'options', prepare: (page) => page.waitForSelector('.options-page') },
];

const server = await createServer({
  root: 'panel',
  configFile: false,
  server: { port: 0 },
  logLevel: 'error',
});
await server.listen();
const base = server.resolvedUrls?.local[0];
const browser = await puppeteer.launch({
  executablePath: findExecutable({
    browser: 'Chromium',
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    debianPackage: 'chromium',
  }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
mkdirSync(FOLDER, { recursive: true });
try {
  for (const { name, state, prepare } of VIEWS) {
    for (const [size, width] of Object.entries(WIDTHS)) {
      for (const scheme of SCHEMES) {
        const page = await browser.newPage();
        await page.setViewport({ width, height: 720 });
        await page.emulateMediaFeatures([
          { name: 'prefers-color-scheme', value: scheme },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ]);
        await page.goto(`${base}preview.html?state=${state}`, { waitUntil: 'networkidle0' });
        await prepare(page);
        await page.waitForNetworkIdle();
        // As tall as what it shows: a footer that sticks to a window would lie across a longer picture.
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewport({ width, height });
        await page.screenshot({ path: `${FOLDER}/${name}-${size}-${scheme}.png` });
        await page.close();
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}
