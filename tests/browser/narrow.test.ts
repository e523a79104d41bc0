import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../locales/language';
import { CALL_GROUPS } from '../../panel/calls/group';
import { PREVIEW_VIEWS } from '../../panel/preview/preview-views';
import { WIDTHS as WIDTHS_OF_DOCK } from '../../settings/dock/layout';
import { type BrowserUnderTest, browsers } from './harness/browser';
import { lookAtCounts } from './support/count-rules';
import { lookAtBar } from './support/dock-bar-rules';
import { framedPreview } from './support/framed-preview';
import { lookAtHints } from './support/hint-rules';
import { lookNarrow } from './support/narrow-rules';
import { lookAtRows, type StateShown } from './support/row-rules';
import { lookAtSummary } from './support/summary-rules';
import { lookAtTabs } from './support/tab-rules';

/** Firefox lets its sidebar be 187 px wide, and makes it 240 at first. */
const WIDTHS = [187, 240, 320];

/** The scrollbar of a page, which takes its room from the page. */
const SCROLLBARS = { chromium: 15, firefox: 12 };

/** The narrowest that a dock is made, and one that is wider. */
const NARROW_DOCK = [WIDTHS_OF_DOCK.min, WIDTHS_OF_DOCK.usual];

/** A page that opens in a tab: a browser’s zoom makes those narrow, too. */
const isPage = (state: string) => state === 'options' || state === 'welcome';

const widthsOf = (state: string, browser: BrowserUnderTest['name']): number[] => {
  if (state.startsWith('dock')) return NARROW_DOCK;
  const more = isPage(state) ? SCROLLBARS[browser] : 0;
  return WIDTHS.map((width) => width + more);
};

const TABS = '.tabs *';

/**
 * Languages in which every view is shown. Each text is looked at in the translation whose words are the
 * widest, and in the one that is the longest, so no language needs more room than these. Arabic goes from
 * right to left. Where Firefox breaks lines otherwise, it is at the ends of long words. No language has the
 * widest word for each tab, so tabs are looked at in each of them.
 */
const LANGUAGES_OF_VIEWS = { chromium: ['widest', 'longest', 'ar'], firefox: ['widest', 'ar'] };

/** From the narrowest that the panel on the page can be, over the usual 360, to where everything fits. */
const DOCK_WIDTHS = [320, 340, 341, 358, 359, 360, 380, 400, 401, 440, 480, 481];

/** Where the tabs are on one line, to where they have all the room that they want. */
const PANEL_WIDTHS = [316, 320, 355, 356, 360, 380, 400, 435, 436, 455, 456];

/** From where a call has one line to where the panel grows no more. */
const ROW_WIDTHS = [320, 340, 360, 380, 420, 480, 560, 640];

/** The states of calls without a sentence, in the words of a language. */
function statesIn(language: string): StateShown[] {
  const texts = JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')) as Record<string, string>;
  const named = (name: string) => texts[`panel_${name}`] ?? `no panel_${name}`;
  const counting = ['outgoing_calling', 'outgoing_ringing', 'joined', 'left', 'hangingUp'];
  const still = ['queued', 'cancelled', 'unanswered', 'hungUp'];
  return [
    ...counting.map((name) => [named(name), '59:59'] as const),
    ...still.map((name) => [named(name)] as const),
  ];
}

/** How calls are counted together, in a language. */
function countsIn(language: string): string[] {
  const texts = JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')) as Record<string, string>;
  return CALL_GROUPS.map((group) => texts[`calls_counts_${group}_other`] ?? `no ${group}`);
}

const TEXT_SIZES = ['normal', 'large', 'larger'];

/** The narrowest sidebar, the narrowest panel, and the usual one. */
const HINT_WIDTHS = [187, 320, 360];
/** Destinations with a short hint, one with a button, and the longest ones. */
const HINTED = [
  'alice@example.com',
  'https://example.webex.com/meet/alice',
  'alice@example.com; bob@example.com',
  '33 44 55 66',
  '(202) 555-0123 ext. 44',
  'https://teams.microsoft.com/l/meetup-join/1',
  'https://meet.example.com/webapp3/m/team.sync?pin=1234',
];

describe.each(browsers)('the panel in a narrow place, in $name', ({ name: browserName, launch }) => {
  const { tab, show } = framedPreview(launch);

  test.each(LANGUAGES_OF_VIEWS[browserName])(
    'shows everything in %s: nothing outside, nothing cut, no word broken',
    async (language) => {
      const found: Record<string, unknown> = {};
      for (const { name, state, stored, steps = [] } of PREVIEW_VIEWS) {
        await show({ language, state, ...(stored && { stored }) }, 760);
        const faults = await tab().evaluate(lookNarrow, steps, widthsOf(state, browserName), TABS);
        if (faults.length > 0) found[name] = faults;
      }
      expect(found).toEqual({});
    },
  );

  test.each(LANGUAGES_OF_VIEWS[browserName])(
    'moves nothing when a hint below Destination arrives, and shows all of it on demand, in %s',
    async (language) => {
      await show({ language, state: 'ready', stored: 'nothing' }, 760);
      expect(await tab().evaluate(lookAtHints, HINT_WIDTHS, HINTED)).toEqual([]);
    },
  );

  test.each(LANGUAGES)(
    'keeps tabs whole, and apart from the buttons of the dock, in %s',
    async (language) => {
      for (const state of ['dock', 'dock-left']) {
        await show({ language, state }, 440);
        expect([state, await tab().evaluate(lookAtBar, DOCK_WIDTHS)]).toEqual([state, []]);
      }
      await show({ language, state: 'dock', stored: 'tabs' }, 440);
      expect(await tab().evaluate(lookAtTabs, DOCK_WIDTHS, TEXT_SIZES)).toEqual([]);
      // With people and messages to count.
      await show({ language, state: 'people' }, 440);
      expect(await tab().evaluate(lookAtTabs, PANEL_WIDTHS, TEXT_SIZES)).toEqual([]);
      await show({ language, state: 'people' }, 440);
      expect(await tab().evaluate(lookNarrow, [], WIDTHS)).toEqual([]);
    },
  );

  test.each(LANGUAGES)('moves no tab when a count gets more digits, in %s', async (language) => {
    for (const [state, widths] of [
      ['people', PANEL_WIDTHS],
      ['dock', DOCK_WIDTHS],
    ] as const) {
      await show({ language, state }, 440);
      expect([state, await tab().evaluate(lookAtCounts, widths, TEXT_SIZES)]).toEqual([state, []]);
    }
  });

  test.each(LANGUAGES)('shows a call in one line, with all of its state, in %s', async (language) => {
    for (const [state, states] of [
      ['calls', statesIn(language)],
      // What waits in the queue has no time.
      ['turns', []],
    ] as const) {
      await show({ language, state }, 760);
      const { ordinary, faults } = await tab().evaluate(lookAtRows, ROW_WIDTHS, states);
      expect([state, faults]).toEqual([state, []]);
      expect(ordinary).toBeGreaterThan(1);
    }
  });

  test.each(LANGUAGES)(
    'counts calls of every kind on one line, each number in sight, in %s',
    async (language) => {
      await show({ language, state: 'calls' }, 760);
      expect(await tab().evaluate(lookAtSummary, ROW_WIDTHS, countsIn(language))).toEqual([]);
    },
  );
});
