import { startMeeting } from '../../../meeting/start';
import { HISTORY, type HistoryEntry, MAX_ENTRIES } from '../../../panel/history/entry';
import { launchChromium, type Surface } from '../../browser/harness/browser';
import type { ChromiumUnderTest } from '../../browser/harness/chromium/chromium';
import { openRuntimePort } from '../../browser/support/raw-link';
import { BUILDS } from '../../browser/support/stage';
import type { Figure, Measured } from '../figure';
import { median, slope } from '../statistics';
import { press } from '../support/press';
import { scriptOf } from '../support/script';
import { serveSite } from '../support/site';

const RUNS = 40;

/** Whether what there is more of makes an update slower: how much one more costs. */
export async function scale(effort: number): Promise<Measured> {
  const runs = Math.max(3, Math.round(RUNS * effort));
  const chromium = await launchChromium({ extensionDir: BUILDS.chromium });
  try {
    return {
      name: 'scale',
      title: 'Scale',
      note: 'Each row is an update with so many there. *For one more* is the slope of the line through those above it. The lists of participants are heard without the line that Pexip’s library logs for each message.',
      figures: [
        ...(await callsInFlight(chromium, runs)),
        ...(await history(chromium, runs)),
        ...(await roster(chromium, runs)),
      ],
    };
  } finally {
    await chromium.close();
  }
}

/** One series: the medians at each size, and what one more costs. */
function series(
  what: (size: number) => string,
  more: string,
  times: ReadonlyMap<number, readonly number[]>,
): Figure[] {
  const points = [...times].map(([size, samples]) => [size, median(samples)] as const);
  return [
    ...[...times].map(
      ([size, samples]): Figure => ({
        what: what(size),
        in: 'Chromium',
        median: median(samples),
        unit: 'ms',
        runs: samples.length,
      }),
    ),
    { what: more, in: 'Chromium', median: slope(points) * 1000, unit: 'µs', runs: points.length },
  ];
}

/** From a press in the panel, through the peer, to what the panel shows, with so many calls on their way. */
async function callsInFlight(chromium: ChromiumUnderTest, runs: number): Promise<Figure[]> {
  const plugin = await scriptOf('tests/bench/pages/plugin-plain.ts');
  const site = await serveSite(({ meeting }) => ({
    '/page': `<!doctype html><title>Page</title><iframe id="webapp3" src="${meeting}/webapp3/m"></iframe>`,
    '/webapp3':
      '<!doctype html><title>Meeting</title><iframe sandbox="allow-scripts" src="/plugin"></iframe>',
    '/plugin': '<!doctype html><title>Plugin</title><script src="/plugin.js"></script>',
    '/plugin.js': plugin,
  }));
  try {
    const tab = await chromium.open(`${site.page}/page`);
    const panel = await tab.pressIcon();
    await panel.waitFor('the plugin', () => document.querySelector('[role=switch]:not(:disabled)') !== null);
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

/** From a letter in the search field to the list as it stands then, laid out. */
async function history(chromium: ChromiumUnderTest, runs: number): Promise<Figure[]> {
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
    await tab.click('tab', 'History');
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

/** What the plugin does with a list of everybody in the meeting, which Web App 3 sends at every change of anybody. */
async function roster(chromium: ChromiumUnderTest, runs: number): Promise<Figure[]> {
  const meeting = await startMeeting({ brandingDir: 'webapp3/branding' });
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
