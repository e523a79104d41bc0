import { afterAll, beforeAll, expect, test } from 'vitest';
import { PREVIEW_VIEWS } from '../../panel/preview/preview-views';
import { BUILT, built } from '../prebuild/built';
import { launchChromium } from './harness/browser';
import { servePreview, showView } from './support/preview';

/** How tall a section may be where the options are this wide. */
const WIDE = 1_000;
const SCREEN = 700;

let chromium: Awaited<ReturnType<typeof launchChromium>>;
let preview: Awaited<ReturnType<typeof servePreview>>;

beforeAll(async () => {
  preview = await servePreview(built(BUILT.preview));
  chromium = await launchChromium();
});
afterAll(async () => {
  await chromium?.close();
  await preview?.close();
});

test('the options show each section on one screen, and follow their theme and text size', async () => {
  const view = PREVIEW_VIEWS.find(({ name }) => name === 'options');
  if (!view) throw new Error('There is no view of the options.');
  const page = await chromium.browser.newPage();
  await page.setViewport({ width: WIDE, height: SCREEN });
  await showView(page, preview.base, view);
  const heights = await page.evaluate(() =>
    [...document.querySelectorAll('.options-body > section')].map((section) => [
      section.getAttribute('aria-labelledby'),
      Math.round(section.getBoundingClientRect().height),
    ]),
  );
  expect(heights.length).toBeGreaterThan(8);
  expect(heights.filter(([, height]) => Number(height) > SCREEN)).toEqual([]);

  const look = () =>
    page.evaluate(() => {
      const { backgroundColor, fontSize } = getComputedStyle(document.body);
      return { backgroundColor, fontSize };
    });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  expect(await look()).toEqual({ backgroundColor: 'rgb(255, 255, 255)', fontSize: '14px' });
  await page.select('#setting-theme', 'dark');
  await page.select('#setting-textSize', 'larger');
  await expect.poll(look).toEqual({ backgroundColor: 'rgb(23, 25, 28)', fontSize: '18.2px' });
});

test('ten calls fit 400 px, and the reason of a failed one has the width of its row', async () => {
  const view = PREVIEW_VIEWS.find(({ name }) => name === 'calls');
  if (!view) throw new Error('There is no view of calls.');
  const page = await chromium.browser.newPage();
  await page.setViewport({ width: 360, height: SCREEN });
  await showView(page, preview.base, view);
  const rows = await page.evaluate(() =>
    [...document.querySelectorAll('.call')].map((row) => ({
      kind: row.className,
      hasMore: [...row.querySelectorAll('.hint, .error')].some(({ textContent }) => textContent),
      text: row.textContent,
      height: row.getBoundingClientRect().height,
      beside: row.clientWidth - (row.querySelector('.progress')?.clientWidth ?? 0),
    })),
  );
  const failed = rows.filter(({ kind }) => kind.includes('call-failed'));
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.map(({ beside }) => beside)).toEqual(failed.map(() => 0));
  const usual = rows.filter(({ kind, hasMore }) => !hasMore && !kind.includes('call-failed'));
  expect(usual.length).toBeGreaterThan(1);
  expect(usual.filter(({ height }) => height > 40)).toEqual([]);
});
