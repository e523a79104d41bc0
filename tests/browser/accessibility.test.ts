import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PREVIEW_VIEWS } from '../../panel/preview/preview-views';
import { BUILT, built } from '../prebuild/built';
import { launchChromium } from './harness/browser';
import type { ChromiumUnderTest } from './harness/chromium/chromium';
import { AXE, RULES, runAxe } from './support/axe';
import { brokenHabits } from './support/layout-rules';
import { servePreview, showView } from './support/preview';

/** How a view is looked at. */
const LOOKS = [
  { name: 'light', scheme: 'light', colours: 'none', width: 360 },
  { name: 'dark', scheme: 'dark', colours: 'none', width: 320 },
  { name: 'forced colours', scheme: 'dark', colours: 'active', width: 320 },
] as const;

/** Rules about what colors come out as. */
const RULES_OF_COLORS = ['color-contrast', 'link-in-text-block'];

/**
 * The rules of axe for each look: all for the first; then those about what comes out otherwise in its colors
 * and width. All others are about the document, which is the same in each.
 */
const RULES_OF_LOOKS = {
  light: undefined,
  dark: [...RULES_OF_COLORS, 'target-size', 'scrollable-region-focusable'],
  'forced colours': RULES_OF_COLORS,
};

/**
 * Views that together have every kind of row, field and notice: these are looked at from right to left,
 * too.
 */
const MIRRORED = new Set([
  'calls',
  'more-options',
  'chat',
  'options',
  'welcome',
  'dock',
  'dock-left',
  'people',
  'suggestions',
]);

describe('every state of the panel and the options, in Chromium', () => {
  let preview: Awaited<ReturnType<typeof servePreview>>;
  let chromium: ChromiumUnderTest;
  let page: Page;
  let media: CDPSession;
  beforeAll(async () => {
    preview = await servePreview(built(BUILT.preview));
    chromium = await launchChromium();
    page = await chromium.browser.newPage();
    media = await page.createCDPSession();
  });
  afterAll(async () => {
    await chromium?.close();
    await preview?.close();
  });

  const look = async ({ scheme, colours, width }: (typeof LOOKS)[number]) => {
    // Tall, so that nothing to be pressed lies behind the footer.
    await page.setViewport({ width, height: 3_200 });
    await media.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'forced-colors', value: colours },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    });
  };
  const violations = (rules: string[] | undefined) =>
    page.evaluate(runAxe, ...(rules ? (['rule', rules] as const) : (['tag', RULES] as const)));
  /** What sticks out of the page at its side, where nobody scrolls to. */
  const overflow = () =>
    page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width) return [];
      const sticksOut = ({ left, right }: DOMRect) => right > width + 0.5 || left < -0.5;
      return [...document.querySelectorAll('body *')]
        .filter((element) => element.children.length === 0 && sticksOut(element.getBoundingClientRect()))
        .map((element) => element.outerHTML.slice(0, 120));
    });

  test.each(PREVIEW_VIEWS)('$name breaks no rule of axe, and fits', async (view) => {
    await look(LOOKS[0]);
    await showView(page, preview.base, view);
    await page.evaluate(AXE);
    // Of somebody who uses the keyboard: others see no ring.
    await page.keyboard.press('Shift');
    for (const each of LOOKS) {
      await look(each);
      expect([each.name, await page.evaluate(brokenHabits)]).toEqual([each.name, []]);
      expect([each.name, await violations(RULES_OF_LOOKS[each.name])]).toEqual([each.name, []]);
      expect([each.name, await overflow()]).toEqual([each.name, []]);
    }
    // Zoom narrows what a page has in CSS pixels.
    await page.setViewport({ width: 180, height: 320 });
    expect(['360 px at 200 %', await overflow()]).toEqual(['360 px at 200 %', []]);
    for (const language of MIRRORED.has(view.name) ? ['widest', 'ar'] : ['widest']) {
      await look(LOOKS[1]);
      await showView(page, preview.base, view, language);
      expect([language, await overflow()]).toEqual([language, []]);
      await page.keyboard.press('Shift');
      expect([language, await page.evaluate(brokenHabits)]).toEqual([language, []]);
    }
  });
});
