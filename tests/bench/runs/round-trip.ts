import { type BrowserUnderTest, browsers, type Tab } from '../../browser/harness/browser';
import { FirefoxUnderTest } from '../../browser/harness/firefox/firefox';
import { BUILDS } from '../../browser/support/fixture';
import type { Figure, Measured } from '../support/figure';
import { refineClock } from '../support/firefox';
import { scriptOf } from '../support/script';
import { type Site, serveSite } from '../support/site';
import { median, p99, rotated, spreadOverTick } from '../support/statistics';

/** Who answers in the page, and which end the plugin's frame has for it. */
const ENDS = {
  peer: { host: undefined, plugin: 'plain', words: 'through the extension’s peer' },
  bare: { host: 'bare', plugin: 'plain', words: 'a bare listener that posts back' },
  seed: { host: 'seed', plugin: 'plain', words: 'a page script of the version 1 snippets' },
  penpal: { host: 'penpal', plugin: 'penpal', words: 'a Penpal call' },
  comlink: { host: 'comlink', plugin: 'comlink', words: 'a Comlink call' },
} as const;
type End = keyof typeof ENDS;
const ALL = Object.keys(ENDS) as End[];

const LOADS = 10;
const WARM_UP = 10;
const TRIPS = 40;
/** Of the clocks that pages have. */
const TICK_MS = { chromium: 0.1, firefox: 0.02 };

/** From `toggle-chat` to its echo, in the plugin's frame, beside what else could answer it. */
export async function roundTrip(effort: number): Promise<Measured> {
  const scripts = await bundle();
  const loads = Math.max(1, Math.round(LOADS * effort));
  const site = await serveSite((site) => ({ ...scripts, ...pages(site) }));
  const figures: Figure[] = [];
  try {
    for (const { name, launch } of browsers) {
      const browser = await launch({ extensionDir: BUILDS[name] });
      try {
        figures.push(...(await inBrowser(browser, site, loads)));
      } finally {
        await browser.close();
      }
    }
  } finally {
    site.close();
  }
  return {
    name: 'roundtrip',
    title: 'Round trip',
    note: `One press at a time, the page at rest in between; each load of the page has one end, in turn. The panel is open beside it. The page is of one site, the meeting of another, the plugin sandboxed.`,
    figures,
  };
}

async function inBrowser(browser: BrowserUnderTest, site: Site, loads: number): Promise<Figure[]> {
  if (browser instanceof FirefoxUnderTest) await refineClock(browser);
  const samples = new Map<End, number[]>();
  const tab = await browser.open('about:blank');
  for (let load = 0; load < loads; load++) {
    for (const end of rotated(ALL, load)) {
      samples.set(end, [...(samples.get(end) ?? []), ...(await measure(tab, site, end))]);
    }
  }
  const of = (end: End) => spreadOverTick(samples.get(end) ?? [], TICK_MS[browser.name]);
  const figure = (end: End, compared?: Pick<Figure, 'goal'>): Figure => {
    const times = of(end);
    const worst = p99(times);
    return {
      what: ENDS[end].words,
      in: browser.name === 'chromium' ? 'Chromium' : 'Firefox',
      median: median(times) * 1000,
      unit: 'µs',
      runs: times.length,
      ...(worst !== undefined && { p99: worst * 1000 }),
      ...(compared && { ratio: { to: 'the peer ÷ this', value: median(of('peer')) / median(times) } }),
      ...compared,
    };
  };
  return [
    figure('peer'),
    figure('bare', { goal: { max: 1.08 } }),
    figure('seed', { goal: { max: 1 } }),
    figure('penpal', { goal: { max: 1, strictly: true } }),
    figure('comlink', { goal: { max: 1, strictly: true } }),
  ];
}

async function measure(tab: Tab, site: Site, end: End): Promise<number[]> {
  await tab.navigate(`${site.page}/page-${end}`);
  // It stays open, so that it costs all ends the same; the press brings the peer where that is to answer.
  if (end === 'peer') await tab.pressIcon();
  const plugin = await tab.frame('#webapp3', '#external-chat');
  await plugin.waitFor('the other end', () => Reflect.get(window, 'isAnswered') === true);
  return plugin.evaluate(
    async (warmUp, count) => {
      const trips = Reflect.get(window, 'trips') as (count: number) => Promise<number[]>;
      await trips(warmUp);
      return trips(count);
    },
    WARM_UP,
    TRIPS,
  );
}

async function bundle(): Promise<Record<string, string>> {
  const scripts: Record<string, string> = {};
  for (const { host, plugin } of Object.values(ENDS)) {
    if (host) scripts[`/host-${host}.js`] = await scriptOf(`tests/bench/pages/host-${host}.ts`);
    scripts[`/plugin-${plugin}.js`] ??= await scriptOf(`tests/bench/pages/plugin-${plugin}.ts`);
  }
  return scripts;
}

function pages({ meeting }: Site): Record<string, string> {
  const made: Record<string, string> = {};
  for (const [end, { host, plugin }] of Object.entries(ENDS)) {
    const script = host ? `<script src="/host-${host}.js"></script>` : '';
    made[`/page-${end}`] = html(`${script}<iframe id="webapp3" src="${meeting}/webapp3/${end}"></iframe>`);
    made[`/webapp3/${end}`] = html(
      `<iframe id="external-chat" sandbox="allow-scripts" src="/plugin-${plugin}"></iframe>`,
    );
    made[`/plugin-${plugin}`] = html(`<script src="/plugin-${plugin}.js"></script>`);
  }
  return made;
}

const html = (body: string) => `<!doctype html><meta charset="utf-8"><title>Benchmark</title>${body}`;
