import { HISTORY, type HistoryEntry, MAX_ENTRIES } from '../../../../panel/history/entry';
import type { Surface } from '../../../browser/harness/browser';
import type { ChromiumUnderTest } from '../../../browser/harness/chromium/chromium';
import { openView } from '../../../browser/support/views';
import type { Figure } from '../../support/figure';
import { series } from './series';

/** From a letter in the search field to the list as it stands then, laid out. */
export async function history(chromium: ChromiumUnderTest, runs: number): Promise<Figure[]> {
  const tab = await chromium.open(`chrome-extension://${chromium.extensionId}/sidepanel.html`);
  const times = new Map<number, number[]>();
  for (const size of [10, 50, 100, MAX_ENTRIES]) {
    await tab.evaluate(
      async (items) => {
        const { storage } = Reflect.get(window, 'chrome') as {
          storage: { local: { set(items: object): Promise<void> } };
        };
        await storage.local.set(items);
      },
      { [HISTORY.key]: { version: HISTORY.version, value: Array.from({ length: size }, entry) } },
    );
    await tab.reload();
    await openView(tab, 'Earlier');
    await tab.waitFor('the history', (count) => document.querySelectorAll('.entry').length === count, size);
    times.set(size, await type(tab, runs));
  }
  await tab.close();
  return series((size) => `a letter in the search of a history of ${size}`, 'for one more entry', times);
}

const entry = (_: unknown, index: number): HistoryEntry => ({
  id: `call-${index}`,
  at: Date.UTC(2026, 0, 1) - index * 60_000,
  request: { destination: `person-${index}@example.com`, role: 'GUEST', protocol: 'sip' },
  removed: false,
  outcome: 'joined',
  name: `Person ${index}`,
  meeting: 'qa.meeting',
});

const type = (tab: Surface, count: number): Promise<number[]> =>
  tab.evaluate(async (letters) => {
    const field = document.querySelector<HTMLInputElement>('#history-search');
    if (!field) throw new Error('The history has no search field.');
    const taken: number[] = [];
    for (let index = 0; index < letters; index++) {
      const start = performance.now();
      field.value = index % 2 === 0 ? 'p' : '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
      document.body.getBoundingClientRect();
      taken.push(performance.now() - start);
    }
    return taken;
  }, count);
