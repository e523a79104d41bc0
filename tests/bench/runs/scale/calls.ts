import type { ChromiumUnderTest } from '../../../browser/harness/chromium/chromium';
import { openRuntimePort } from '../../../browser/support/raw-link';
import type { Figure } from '../../support/figure';
import { heapInUse } from '../../support/heap';
import { press } from '../../support/press';
import { slope } from '../../support/statistics';
import { meetingSite, openBeside } from './fixture';
import { series } from './series';

/**
 * From a press in the panel, through the peer, to what the panel shows, with so many calls on their way; and
 * what the panel holds for each.
 */
export async function callsInFlight(chromium: ChromiumUnderTest, runs: number): Promise<Figure[]> {
  const site = await meetingSite();
  try {
    const { tab, panel } = await openBeside(chromium, site);
    const link = await openRuntimePort(panel, 'bench');
    const times = new Map<number, number[]>();
    const heaps: [calls: number, kilobytes: number][] = [];
    let placed = 0;
    for (const size of [1, 10, 25, 50]) {
      for (; placed < size; placed++) await link.post(dial(placed));
      await panel.waitFor(
        'the rows of the calls',
        (count) => document.querySelectorAll('li').length >= count,
        size,
      );
      await press(panel, 3);
      times.set(size, await press(panel, runs));
      // Each state has all calls in it, and this link keeps every state, which the panel doesn’t.
      await link.forget();
      // The first call loads what all others use.
      if (size > 1) heaps.push([size, await heapInUse(panel.page)]);
    }
    await tab.closePanel();
    await tab.close();
    return [
      ...series(
        (size) => `a press in the panel until it shows, ${size} calls in flight`,
        'for one more call',
        times,
      ),
      {
        what: 'memory of the panel for one more call',
        in: 'Chromium',
        median: slope(heaps),
        unit: 'kB',
        runs: heaps.length,
        goal: { max: 4 },
      },
    ];
  } finally {
    site.close();
  }
}

const dial = (index: number) => ({
  type: 'dial',
  meeting: 'meeting-1',
  call: `call-${index}`,
  request: { destination: `person-${index}@example.com`, role: 'GUEST', protocol: 'sip' },
  overlap: true,
});
