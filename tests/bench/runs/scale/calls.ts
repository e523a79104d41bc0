import type { ChromiumUnderTest } from '../../../browser/harness/chromium/chromium';
import { openRuntimePort } from '../../../browser/support/raw-link';
import type { Figure } from '../../figure';
import { press } from '../../support/press';
import { meetingSite, openBeside } from './fixture';
import { series } from './series';

/** From a press in the panel, through the peer, to what the panel shows, with so many calls on their way. */
export async function callsInFlight(chromium: ChromiumUnderTest, runs: number): Promise<Figure[]> {
  const site = await meetingSite();
  try {
    const { tab, panel } = await openBeside(chromium, site);
    const link = await openRuntimePort(panel, 'bench');
    const times = new Map<number, number[]>();
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
    }
    await tab.closePanel();
    await tab.close();
    return series(
      (size) => `a press in the panel until it shows, ${size} calls in flight`,
      'for one more call',
      times,
    );
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
