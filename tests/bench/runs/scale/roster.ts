import { startMeeting } from '../../../../meeting/start';
import type { ChromiumUnderTest } from '../../../browser/harness/chromium/chromium';
import type { Figure } from '../../support/figure';
import { series } from './series';

/**
 * What the plugin does with a list of everybody in the meeting, which earlier editions of Web App 3 send at
 * every change of anybody.
 */
export async function roster(chromium: ChromiumUnderTest, runs: number): Promise<Figure[]> {
  const meeting = await startMeeting({
    brandingDir: 'webapp3/branding',
    behavior: { edition: 'classic' },
  });
  try {
    const tab = await chromium.open(meeting.embeddingUrl());
    const plugin = await tab.frame('#webapp3', '#external-chat');
    await (await tab.frame('#webapp3')).see('button', 'Open Chat');
    await plugin.evaluate(keepLists);
    meeting.node.conference('qa.meeting').join({ display_name: 'Alice' });
    await plugin.waitFor('a list of participants', () => Reflect.get(window, 'list') !== undefined);
    const times = new Map<number, number[]>();
    for (const size of [10, 100, 500, 1000]) times.set(size, await plugin.evaluate(hear, size, runs));
    await tab.close();
    return series(
      (size) => `a list of ${size} participants, in the plugin`,
      'for one more participant',
      times,
    );
  } finally {
    await meeting.close();
  }
}

/** Runs in the plugin: keeps the latest list that Web App 3 has sent. */
function keepLists(): void {
  addEventListener('message', ({ data }) => {
    if (data?.event === 'event:participants') Reflect.set(window, 'list', data);
  });
}

/** Runs in the plugin: has it hear lists like the kept one, with so many in them. */
function hear(size: number, count: number): number[] {
  const list = Reflect.get(window, 'list') as { payload: { participants: object[] } };
  const [somebody] = list.payload.participants;
  const participants = Array.from({ length: size }, (_, index) => ({
    ...somebody,
    uuid: `someone-${index}`,
  }));
  const data = { ...list, payload: { ...list.payload, participants } };
  // Pexip's library logs every message, which takes longer than all else, and longest while one is looking.
  console.debug = () => {};
  const hundred = () => {
    for (let index = 0; index < 100; index++) {
      window.dispatchEvent(new MessageEvent('message', { data, source: parent }));
    }
  };
  hundred();
  return Array.from({ length: count }, () => {
    const start = performance.now();
    hundred();
    return (performance.now() - start) / 100;
  });
}
