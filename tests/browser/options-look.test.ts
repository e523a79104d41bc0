import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../locales/language';
import { browsers, type Surface } from './harness/browser';
import { framedPreview } from './support/framed-preview';

/** How tall a section may be where the options are this wide. */
const WIDE = 1_000;
const SCREEN = 700;

describe.each(browsers)('the looks of the options and of calls, in $name', ({ launch }) => {
  const preview = framedPreview(launch);

  const show = async (state: string, width: number, awaited: string, language = 'en'): Promise<Surface> => {
    const frame = await preview.show({ language, state }, SCREEN, width);
    await frame.waitFor(awaited, (selector) => document.querySelector(selector) !== null, awaited);
    return frame;
  };

  test.each(LANGUAGES)('the options show each section on one screen, in %s', async (language) => {
    const page = await show('options', WIDE, '.options-body > section:nth-of-type(9)', language);
    const heights = await page.evaluate(() =>
      [...document.querySelectorAll('.options-body > section')].map((section) => [
        section.getAttribute('aria-labelledby'),
        Math.round(section.getBoundingClientRect().height),
      ]),
    );
    expect(heights.length).toBeGreaterThan(8);
    expect(heights.filter(([, height]) => Number(height) > SCREEN)).toEqual([]);
  });

  test('the options follow their theme and text size', async () => {
    const page = await show('options', WIDE, '.options-body > section:nth-of-type(9)');
    const look = () =>
      page.evaluate(() => {
        const { backgroundColor, fontSize } = getComputedStyle(document.body);
        return { backgroundColor, fontSize };
      });
    await page.select('combobox', 'Theme', 'light');
    await expect.poll(look).toEqual({ backgroundColor: 'rgb(255, 255, 255)', fontSize: '14px' });
    await page.select('combobox', 'Theme', 'dark');
    await page.select('combobox', 'Text size', 'larger');
    await expect.poll(look).toEqual({ backgroundColor: 'rgb(23, 25, 28)', fontSize: '18.2px' });
  });

  test('the options cut off no ring of what has the focus beside their sections', async () => {
    const page = await show('options', WIDE, '#options-search');
    // Gives the keyboard to the frame.
    await page.press('Tab');
    const room = await page.evaluate(() => {
      document.getElementById('options-search')?.focus();
      const side = document.querySelector('.options-side')?.getBoundingClientRect();
      const field = document.activeElement?.getBoundingClientRect();
      const { outlineWidth, outlineOffset } = getComputedStyle(document.activeElement ?? document.body);
      if (!side || !field) return undefined;
      return {
        ring: Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset),
        around: Math.min(field.left - side.left, side.right - field.right, field.top - side.top),
      };
    });
    expect(room?.ring).toBeGreaterThan(0);
    expect(room?.around).toBeGreaterThanOrEqual(room?.ring ?? Number.POSITIVE_INFINITY);
  });

  test('ten calls fit 400 px, and the reason of a failed one has the width of its row', async () => {
    const page = await show('calls', 360, '.call-failed .error, .call-failed .state');
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
    // Only the glyph is before it.
    expect(failed.filter(({ beside }) => beside > 18)).toEqual([]);
    const usual = rows.filter(({ kind, hasMore }) => !hasMore && !kind.includes('call-failed'));
    expect(usual.length).toBeGreaterThan(1);
    expect(usual.filter(({ height }) => height > 36)).toEqual([]);
  });
});
