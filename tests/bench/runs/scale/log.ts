import type { Surface } from '../../../browser/harness/browser';
import type { ChromiumUnderTest } from '../../../browser/harness/chromium/chromium';
import { openView } from '../../../browser/support/views';
import type { Figure } from '../../support/figure';
import { meetingSite, openBeside } from './fixture';
import { series } from './series';

/** What the log takes for a message, in the time of its document, when so many have gone through it. */
export async function log(chromium: ChromiumUnderTest, runs: number): Promise<Figure[]> {
  const site = await meetingSite();
  try {
    const { tab, panel } = await openBeside(chromium, site);
    await openView(panel, 'Log');
    // One of its rows is the plugin's `ready`.
    await panel.waitFor('the log', () => document.querySelector('[id^=log-row-]') !== null);
    const plugin = await tab.frame('#webapp3', 'iframe');
    const session = await panel.page.createCDPSession();
    await session.send('Performance.enable');
    const busyMs = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
    };
    const times = new Map<number, number[]>();
    let sent = 0;
    for (const size of [2_000, 10_000, 50_000, 100_000]) {
      await sendAll(plugin, panel, size - sent);
      sent = size;
      const taken: number[] = [];
      for (let run = 0; run < Math.max(3, runs / 4); run++) {
        const before = await busyMs();
        await sendAll(plugin, panel, BATCH);
        sent += BATCH;
        taken.push((await busyMs()) - before);
      }
      times.set(size, taken);
    }
    await tab.closePanel();
    await tab.close();
    return series(
      (size) => `${BATCH} messages in the log, after ${size}`,
      'for one more message before them',
      times,
    );
  } finally {
    site.close();
  }
}

const BATCH = 500;

/** Posts so many messages of no protocol, and waits until the last is in the log. */
async function sendAll(plugin: Surface, panel: Surface, count: number): Promise<void> {
  // A row is named by its page, which is a fraction, and by its number in it.
  const last = () =>
    Math.max(
      ...[...document.querySelectorAll('[id^=log-row-]')].map(({ id }) => Number(id.split('.').at(-1))),
    );
  const before = await panel.evaluate(last);
  await plugin.evaluate((total) => {
    for (let index = 0; index < total; index++) top?.postMessage({ type: 'impression', index }, '*');
  }, count);
  await panel.waitFor(
    'the last of them in the log',
    (wanted) =>
      [...document.querySelectorAll('[id^=log-row-]')].some(
        ({ id }) => Number(id.split('.').at(-1)) >= wanted,
      ),
    before + count,
  );
}
