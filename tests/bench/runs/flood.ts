import { type BrowserUnderTest, browsers, type Tab } from '../../browser/harness/browser';
import { ChromiumTab } from '../../browser/harness/chromium/tab';
import { FirefoxUnderTest } from '../../browser/harness/firefox/firefox';
import { BUILDS } from '../../browser/support/fixture';
import type { Figure, Measured } from '../support/figure';
import { refineClock } from '../support/firefox';
import { heapInUse } from '../support/heap';
import { press } from '../support/press';
import { scriptOf } from '../support/script';
import { type Site, serveSite } from '../support/site';
import { median } from '../support/statistics';

const FLOOD = 50_000;
const ROUNDS = 8;

/**
 * What messages of others cost a page with a meeting, beside a page that only has a listener that does
 * nothing.
 */
export async function flood(effort: number): Promise<Measured> {
  const plugin = await scriptOf('tests/bench/pages/plugin-plain.ts');
  const site = await serveSite((site) => ({ '/plugin.js': plugin, ...pages(site) }));
  const rounds = Math.max(1, Math.round(ROUNDS * effort));
  const figures: Figure[] = [];
  try {
    for (const { name, launch } of browsers) {
      const browser = await launch({ extensionDir: BUILDS[name] });
      try {
        figures.push(...(await inBrowser(browser, site, rounds)));
      } finally {
        await browser.close();
      }
    }
  } finally {
    site.close();
  }
  return {
    name: 'flood',
    title: 'Flood',
    note: `${FLOOD} messages of 200 characters from an advert, in another process than the page. The cost is the time from the first to the last, as a listener of the page hears them; that listener, which does nothing, is there with and without the peer.`,
    figures,
  };
}

async function inBrowser(browser: BrowserUnderTest, site: Site, rounds: number): Promise<Figure[]> {
  if (browser instanceof FirefoxUnderTest) await refineClock(browser);
  const where = browser.name === 'chromium' ? 'Chromium' : 'Firefox';
  const times = { bare: [] as number[], peer: [] as number[] };
  const growth: number[] = [];
  const bare = await browser.open(`${site.page}/bare`);
  const peer = await browser.open(`${site.page}/peer`);
  const panel = await peer.pressIcon();
  await panel.waitFor('the plugin', () => document.querySelector('[role=switch]:not(:disabled)') !== null);
  for (const tab of [bare, peer]) await pour(tab, FLOOD / 10);
  for (let round = 0; round < rounds; round++) {
    for (const kind of round % 2 === 0 ? (['bare', 'peer'] as const) : (['peer', 'bare'] as const)) {
      const tab = kind === 'bare' ? bare : peer;
      await tab.bringToFront();
      const before = kind === 'peer' && tab instanceof ChromiumTab ? await heapInUse(tab.page) : undefined;
      times[kind].push((await pour(tab, FLOOD)) / FLOOD);
      const after = kind === 'peer' && tab instanceof ChromiumTab ? await heapInUse(tab.page) : undefined;
      if (before !== undefined && after !== undefined) growth.push(after - before);
    }
  }
  await peer.bringToFront();
  await panel.waitFor('the plugin', () => document.querySelector('[role=switch]:not(:disabled)') !== null);
  const quiet = await press(panel, rounds * 5);
  const [, presses] = await Promise.all([pour(peer, FLOOD * 2), press(panel, rounds * 5)]);
  return [
    figure('a junk message beside a listener that does nothing', times.bare, where),
    {
      ...figure('a junk message beside that and the peer', times.peer, where),
      ratio: { to: 'this ÷ without the peer', value: median(times.peer) / median(times.bare) },
      goal: { max: 3 },
    },
    {
      what: 'a press in the panel until it shows, at rest',
      in: where,
      median: median(quiet),
      unit: 'ms',
      runs: quiet.length,
    },
    {
      what: 'the same in the flood',
      in: where,
      median: median(presses),
      unit: 'ms',
      runs: presses.length,
    },
    ...(growth.length > 0
      ? [
          {
            what: `heap of the page after ${FLOOD} messages, growth`,
            in: where,
            median: median(growth),
            unit: 'kB',
            runs: growth.length,
            goal: { max: 2000 },
          } satisfies Figure,
        ]
      : []),
  ];
}

const figure = (what: string, milliseconds: readonly number[], where: 'Chromium' | 'Firefox'): Figure => ({
  what,
  in: where,
  median: median(milliseconds) * 1000,
  unit: 'µs',
  runs: milliseconds.length,
});

/** Pours messages into the page from its ad; the milliseconds from the first to the last that arrived. */
async function pour(tab: Tab, count: number): Promise<number> {
  const advert = await tab.frame('#advert');
  const heard = tab.evaluate(
    (total) => (Reflect.get(window, 'hear') as (total: number) => Promise<number>)(total),
    count,
  );
  const said = advert.evaluate((total) => {
    const message = { type: 'impression', body: 'x'.repeat(200) };
    for (let said = 0; said < total; said++) window.top?.postMessage(message, '*');
  }, count);
  const [milliseconds] = await Promise.all([heard, said]);
  return milliseconds;
}

const LISTENER = `<script>
  let heard = 0, total = 0, first = 0, done = () => {};
  addEventListener('message', ({ data }) => {
    if (data?.type !== 'impression') return;
    if (heard === 0) first = performance.now();
    heard += 1;
    if (heard === total) done(performance.now() - first);
  });
  function hear(count) {
    [heard, total] = [0, count];
    return new Promise((resolve) => { done = resolve; });
  }
</script>`;

function pages({ meeting }: Site): Record<string, string> {
  const html = (body: string) => `<!doctype html><meta charset="utf-8"><title>Benchmark</title>${body}`;
  const frames = `${LISTENER}<iframe id="webapp3" src="${meeting}/webapp3/m"></iframe><iframe id="advert" src="${meeting}/advert"></iframe>`;
  return {
    '/bare': html(frames),
    '/peer': html(frames),
    '/advert': html('Buy.'),
    '/webapp3': html('<iframe id="external-chat" sandbox="allow-scripts" src="/plugin"></iframe>'),
    '/plugin': html('<script src="/plugin.js"></script>'),
  };
}
