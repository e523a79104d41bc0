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
      beside: row.clientWidth - (row.querySelector('.state')?.clientWidth ?? 0),
    })),
  );
  const failed = rows.filter(({ kind }) => kind.includes('call-failed'));
  expect(failed.length).toBeGreaterThan(0);
  // Beside it is only the glyph, and above it.
  expect(failed.map(({ beside }) => beside)).toEqual(failed.map(() => 18));
  const usual = rows.filter(({ kind, hasMore }) => !hasMore && !kind.includes('call-failed'));
  expect(usual.length).toBeGreaterThan(1);
  expect(usual.filter(({ height }) => height > 36)).toEqual([]);
});

test('what is done with a message shows while it is pointed at, focused or touched', async () => {
  const view = PREVIEW_VIEWS.find(({ name }) => name === 'chat');
  if (!view) throw new Error('There is no view of the chat.');
  const page = await chromium.browser.newPage();
  await page.setViewport({ width: 360, height: SCREEN, hasTouch: true });
  await showView(page, preview.base, view);
  await page.evaluate(() => {
    const copied: string[] = [];
    const clicks: Event[] = [];
    Object.assign(window, { copied, clicks });
    navigator.clipboard.writeText = async (text) => void copied.push(text);
    window.addEventListener('click', (event) => clicks.push(event), { capture: true });
  });
  const [button] = await page.$$('.said .copy');
  if (!button) throw new Error('There is nothing to do with a message.');
  const seen = () => button.evaluate((element) => getComputedStyle(element).opacity);
  const heard = () =>
    page.evaluate(() => ({
      clicks: Reflect.get(window, 'clicks').length as number,
      copied: Reflect.get(window, 'copied').length as number,
    }));
  expect(await seen()).toBe('0');
  await page.hover('.said:has(.copy)');
  await expect.poll(seen).toBe('1');
  await page.mouse.move(0, 0);
  await expect.poll(seen).toBe('0');
  await button.focus();
  expect(await seen()).toBe('1');
  await button.evaluate((element) => element instanceof HTMLElement && element.blur());
  expect(await seen()).toBe('0');
  // The finger meets the button, which is not to be seen, and then one that is.
  await button.tap();
  await expect.poll(heard).toEqual({ clicks: 1, copied: 0 });
  await expect.poll(seen).toBe('1');
  await button.tap();
  await expect.poll(heard).toEqual({ clicks: 2, copied: 1 });
  // A finger that is held on the words of another message, while somebody is writing one.
  const [, other] = await page.$$('.said:has(.copy) .what');
  if (!other) throw new Error('There is only one message.');
  const seenThere = () =>
    other.evaluate((element) => {
      const copy = element.closest('.said')?.querySelector('.copy');
      return copy && getComputedStyle(copy).opacity;
    });
  await other.scrollIntoView();
  await page.focus('.composer textarea');
  const rest = () =>
    page.evaluate(() => [
      document.activeElement?.localName,
      document.querySelector('.log')?.scrollTop,
      document.documentElement.scrollTop,
    ]);
  const before = await rest();
  expect(await seenThere()).toBe('0');
  const box = await other.boundingBox();
  const finger = await page.touchscreen.touchStart((box?.x ?? 0) + 4, (box?.y ?? 0) + 4);
  await expect.poll(seenThere).toBe('1');
  expect(await rest()).toEqual(before);
  await finger.end();
  expect(await seenThere()).toBe('1');
  await expect.poll(seen).toBe('0');
  expect((await heard()).copied).toBe(1);
});
