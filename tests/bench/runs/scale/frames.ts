import type { Surface } from '../../../browser/harness/browser';
import type { ChromiumUnderTest } from '../../../browser/harness/chromium/chromium';
import { openView } from '../../../browser/support/views';
import type { Figure } from '../../support/figure';
import { median } from '../../support/statistics';
import { drawn } from './drawn';
import { meetingSite, openBeside } from './fixture';

const A_SECOND = 1_000;

/**
 * How smoothly the log is drawn, by the panel's own frames: with nothing to hear, and with 1 000 messages a
 * second.
 */
export async function frames(chromium: ChromiumUnderTest, runs: number): Promise<Figure[]> {
  const site = await meetingSite();
  const seconds = Math.max(3, Math.round(runs / 4));
  try {
    const { tab, panel } = await openBeside(chromium, site);
    await openView(panel, 'Log');
    await panel.waitFor('the log', () => document.querySelector('[id^=log-row-]') !== null);
    const plugin = await tab.frame('#webapp3', 'iframe');
    const atRest = await drawn(panel, seconds);
    const before = await lastRow(panel);
    await plugin.evaluate(speakSteadily, A_SECOND);
    const heard = await drawn(panel, seconds);
    const came = ((await lastRow(panel)) - before) / seconds;
    await plugin.evaluate(() => clearInterval(Number(Reflect.get(window, 'speaking'))));
    await tab.closePanel();
    await tab.close();
    const where = { in: 'Chromium', runs: seconds } as const;
    return [
      { ...where, what: 'frames of the log, at rest', median: median(atRest.counts), unit: '/s' },
      {
        ...where,
        what: 'frames of the log, with 1 000 messages a second',
        median: median(heard.counts),
        unit: '/s',
      },
      { ...where, what: 'the longest time between two of them', median: heard.longest, unit: 'ms', runs: 1 },
      { ...where, what: 'messages that came into the log meanwhile', median: came, unit: '/s', runs: 1 },
    ];
  } finally {
    site.close();
  }
}

/** The number of the newest row; the log follows what comes. */
const lastRow = (panel: Surface): Promise<number> =>
  panel.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('[id^=log-row-]')].map(({ id }) => Number(id.split('.').at(-1))),
    ),
  );

/**
 * Runs in the plugin: says so many messages a second, until it is stopped. A timer that is late makes up
 * for it.
 */
function speakSteadily(perSecond: number): void {
  const startedAt = performance.now();
  let said = 0;
  const speaking = setInterval(() => {
    for (; said < ((performance.now() - startedAt) / 1000) * perSecond; said++)
      top?.postMessage({ type: 'impression', index: said }, '*');
  }, 10);
  Reflect.set(window, 'speaking', speaking);
}
