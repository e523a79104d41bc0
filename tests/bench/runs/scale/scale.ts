import { launchChromium } from '../../../browser/harness/browser';
import { BUILDS } from '../../../browser/support/fixture';
import type { Measured } from '../../support/figure';
import { callsInFlight } from './calls';
import { frames } from './frames';
import { history } from './history';
import { log } from './log';
import { roster } from './roster';

const RUNS = 40;

/** Whether what there is more of makes an update slower: how much one more costs. */
export async function scale(effort: number): Promise<Measured> {
  const runs = Math.max(3, Math.round(RUNS * effort));
  const chromium = await launchChromium({ extensionDir: BUILDS.chromium });
  try {
    return {
      name: 'scale',
      title: 'Scale',
      note: 'Each row is an update with so many there. *For one more* is the slope of the line through those above it. The lists of participants are heard without the line that Pexip’s library logs for each message. Frames are counted in the panel’s document, second by second.',
      figures: [
        ...(await callsInFlight(chromium, runs)),
        ...(await log(chromium, runs)),
        ...(await frames(chromium, runs)),
        ...(await history(chromium, runs)),
        ...(await roster(chromium, runs)),
      ],
    };
  } finally {
    await chromium.close();
  }
}
