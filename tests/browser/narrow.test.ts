import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../locales/language';
import { PREVIEW_VIEWS } from '../../panel/preview/preview-views';
import { BUILT, built } from '../prebuild/built';
import { type BrowserUnderTest, browsers, type Tab } from './harness/browser';
import { lookAtBar } from './support/dock-bar-rules';
import { showFramed } from './support/framed';
import { lookNarrow } from './support/narrow-rules';
import { servePreview } from './support/preview';

/** Firefox lets its sidebar be 187 px wide, and makes it 240 at first. */
const WIDTHS = [187, 240, 320];

/** The scrollbar of a page in Firefox, which takes its room from the page. */
const SCROLLBAR = 12;

const isPage = (name: string) => name === 'options' || name === 'welcome';

/** The views of the panel, and the two pages that open in a tab: a browser's zoom makes those narrow, too. */
const VIEWS = PREVIEW_VIEWS.filter(
  ({ name, state, stored }) =>
    isPage(name) || (!/^(options|welcome|dock)/.test(state) && stored !== 'damaged'),
);

/** From the narrowest that the panel on the page can be, over the usual 360, to where everything fits. */
const DOCK_WIDTHS = [280, 320, 340, 341, 356, 357, 360, 380, 400, 401];

/** The widest and the one from right to left: the texts don’t depend on the browser. */
const IN_FIREFOX = ['de', 'ar'] as const;

describe.each(browsers)('the panel in a narrow place, in $name', ({ name, launch }) => {
  let browser: BrowserUnderTest;
  let preview: Awaited<ReturnType<typeof servePreview>>;
  let tab: Tab;

  beforeAll(async () => {
    preview = await servePreview(built(BUILT.preview));
    browser = await launch({});
    tab = await browser.open(`${preview.base}preview/preview.html?state=ready`);
  });
  afterAll(async () => {
    await browser?.close();
    await preview?.close();
  });

  const show = (query: Record<string, string>, height: number) =>
    tab.evaluate(showFramed, `${preview.base}preview/preview.html?${new URLSearchParams(query)}`, height);

  test.each(name === 'firefox' ? IN_FIREFOX : LANGUAGES)(
    'shows everything in %s: nothing outside, nothing cut, no word broken',
    async (language) => {
      const found: Record<string, unknown> = {};
      for (const { name, state, stored, steps = [] } of VIEWS) {
        await show({ language, state, ...(stored && { stored }) }, 760);
        const shownBy = steps.filter(([action]) => action !== 'file');
        const more = browser.name === 'firefox' && isPage(name) ? SCROLLBAR : 0;
        const widths = WIDTHS.map((width) => width + more);
        const faults = await tab.evaluate(lookNarrow, shownBy, widths);
        if (faults.length > 0) found[name] = faults;
      }
      expect(found).toEqual({});
    },
  );

  test.each(LANGUAGES)(
    'keeps tabs whole, and apart from the buttons of the dock, in %s',
    async (language) => {
      for (const state of ['dock', 'dock-left']) {
        await show({ language, state }, 440);
        expect([state, await tab.evaluate(lookAtBar, DOCK_WIDTHS)]).toEqual([state, []]);
        expect([state, await tab.evaluate(lookNarrow, [], [280, 320])]).toEqual([state, []]);
      }
    },
  );
});
