import { statSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { launchChromium, launchFirefox, type Tab } from '../../browser/harness/browser';
import { BUILDS } from '../../browser/support/fixture';
import { openWorkshop, type Workshop } from '../support/extensions';
import type { Figure, Measured } from '../support/figure';
import { installInFirefox, refineClock } from '../support/firefox';
import { type Site, serveSite } from '../support/site';
import { median, p99, rotated } from '../support/statistics';

/** Which extension runs on which page, from `document_start` on. */
const SCRIPTS = { empty: 'empty.js', peer: 'peer.js', detector: 'detector.js' } as const;
type Kind = keyof typeof SCRIPTS;
const KINDS = Object.keys(SCRIPTS) as Kind[];
const STRINGS: Record<Kind, string> = {
  empty: 'an empty content script',
  peer: 'the peer',
  detector: 'the detector, which is what runs there',
};

const LOADS = 40;
const TABS = 10;
const ROUNDS = 30;

/** What a page without a meeting pays for the extension, beside one whose content script is empty. */
export async function idleTax(effort: number): Promise<Measured> {
  const runs = (max: number) => Math.max(2, Math.round(max * effort));
  const site = await serveSite(() => Object.fromEntries(KINDS.map((kind) => [`/${kind}`, PAGE])));
  try {
    return {
      name: 'idle',
      title: 'Idle tax',
      note: 'On a page without a meeting, from document_start. Evaluation is the time that Chromium spends in compiling and running scripts, the extension’s API that they touch included; heap is what is in use after a collection.',
      figures: [
        ...KINDS.filter((kind) => kind !== 'empty').map(bytes),
        ...(await inChromium(site, runs(LOADS), runs(TABS), runs(ROUNDS))),
        ...(await inFirefox(site, runs(TABS), runs(ROUNDS))),
      ],
    };
  } finally {
    site.close();
  }
}

const sizeOf = (script: string) => ({
  median: statSync(`${BUILDS.chromium}/${script}`).size,
  unit: 'B' as const,
  runs: 1,
});

const bytes = (kind: Kind): Figure => ({
  ...sizeOf(SCRIPTS[kind]),
  what: `script of ${STRINGS[kind]}`,
  goal: { max: kind === 'peer' ? 21_000 : 2_000 },
});

function extensions(workshop: Workshop): string[] {
  const scripts = (kind: Kind) => ({
    content_scripts: [
      { matches: [`http://localhost/${kind}`], js: [SCRIPTS[kind]], run_at: 'document_start' },
    ],
  });
  return KINDS.map((kind) =>
    kind === 'empty'
      ? workshop.made(kind, { ...scripts(kind), permissions: ['storage'] }, { 'empty.js': '' })
      : workshop.changed(kind, (manifest) => ({ ...manifest, ...scripts(kind) })),
  );
}

async function inChromium(site: Site, loads: number, tabs: number, rounds: number): Promise<Figure[]> {
  const workshop = openWorkshop('chromium');
  const chromium = await launchChromium();
  try {
    for (const folder of extensions(workshop)) await chromium.browser.installExtension(folder);
    const spent = new Map<Kind, number[]>(KINDS.map((kind) => [kind, []]));
    const used = new Map<Kind, number[]>(KINDS.map((kind) => [kind, []]));
    for (let load = 0; load < loads; load++) {
      for (const kind of rotated(KINDS, load)) {
        const page = await chromium.browser.newPage();
        const { scriptMs, heap } = await costOfLoad(page, `${site.page}/${kind}`);
        spent.get(kind)?.push(scriptMs);
        used.get(kind)?.push(heap);
        await page.close();
      }
    }
    const mutations = await mutate((url) => chromium.open(url), site, tabs, rounds);
    return [
      ...compared('evaluation of', 'ms', spent, { peer: 8, detector: 4 }).map((figure) => ({
        ...figure,
        in: 'Chromium' as const,
      })),
      ...compared('heap of', 'kB', used).map((figure) => ({ ...figure, in: 'Chromium' as const })),
      ...mutationFigures(mutations, 'Chromium'),
    ];
  } finally {
    await chromium.close();
    workshop.clear();
  }
}

async function inFirefox(site: Site, tabs: number, rounds: number): Promise<Figure[]> {
  const workshop = openWorkshop('firefox');
  const firefox = await launchFirefox();
  try {
    await refineClock(firefox);
    for (const folder of extensions(workshop)) await installInFirefox(firefox, folder);
    return mutationFigures(await mutate((url) => firefox.open(url), site, tabs, rounds), 'Firefox');
  } finally {
    await firefox.close();
    workshop.clear();
  }
}

/** Loads a page, waits until its extension has nothing left to do, and asks Chromium what that has taken. */
async function costOfLoad(page: Page, url: string): Promise<{ scriptMs: number; heap: number }> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  await page.goto(url);
  const { metrics } = await settled(page, () => session.send('Performance.getMetrics'));
  const seconds = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return {
    scriptMs: (seconds('ScriptDuration') + seconds('V8CompileDuration')) * 1000,
    heap: usedSize / 1000,
  };
}

/**
 * Waits until the peer has started. It first reads the site's mode from the store, and a request to the store
 * that is made after it is answered after it.
 */
async function settled<T>(page: Page, then: () => Promise<T>): Promise<T> {
  for (const realm of page.extensionRealms()) {
    await realm.evaluate(async () => {
      const { storage } = Reflect.get(globalThis, 'chrome') as {
        storage?: { local: { get(key: string): Promise<unknown> } };
      };
      await storage?.local.get('');
      await new Promise((resolve) => setTimeout(resolve));
    });
  }
  return then();
}

function compared(
  words: string,
  unit: Figure['unit'],
  samples: ReadonlyMap<Kind, readonly number[]>,
  mostTimes?: Readonly<Record<Exclude<Kind, 'empty'>, number>>,
): Figure[] {
  const empty = median(samples.get('empty') ?? []);
  return KINDS.map((kind) => {
    const all = samples.get(kind) ?? [];
    const over = median(all) - empty;
    if (kind === 'empty') return { what: `${words} ${STRINGS[kind]}`, median: empty, unit, runs: all.length };
    const what = `${words} ${STRINGS[kind]}, over the empty one`;
    return {
      what,
      median: over,
      unit,
      runs: all.length,
      ...(mostTimes && {
        ratio: { to: 'this ÷ the empty one', value: over / empty },
        goal: { max: mostTimes[kind] },
      }),
    };
  });
}

/**
 * What 10 000 changes of the page take, in milliseconds. Each kind in a tab of its own, and in many of
 * them.
 */
async function mutate(
  open: (url: string) => Promise<Tab>,
  site: Site,
  tabs: number,
  rounds: number,
): Promise<Map<Kind, number[]>> {
  const times = new Map<Kind, number[]>(KINDS.map((kind) => [kind, []]));
  for (let turn = 0; turn < tabs; turn++) {
    const open3: [Kind, Tab][] = [];
    for (const kind of rotated(KINDS, turn)) open3.push([kind, await open(`${site.page}/${kind}`)]);
    for (const [, tab] of open3) await tab.evaluate(() => (Reflect.get(window, 'mutate') as () => number)());
    for (let round = 0; round < rounds; round++) {
      for (const [kind, tab] of rotated(open3, round)) {
        await tab.bringToFront();
        times.get(kind)?.push(await tab.evaluate(() => (Reflect.get(window, 'mutate') as () => number)()));
      }
    }
    for (const [, tab] of open3) await tab.close();
  }
  return times;
}

function mutationFigures(
  times: ReadonlyMap<Kind, readonly number[]>,
  browser: 'Chromium' | 'Firefox',
): Figure[] {
  const empty = median(times.get('empty') ?? []);
  return KINDS.map((kind) => {
    const all = times.get(kind) ?? [];
    const worst = p99(all);
    return {
      what: `10 000 mutations beside ${STRINGS[kind]}`,
      in: browser,
      median: median(all),
      unit: 'ms',
      runs: all.length,
      ...(worst !== undefined && { p99: worst }),
      ...(kind !== 'empty' && {
        ratio: { to: 'this ÷ the empty one', value: median(all) / empty },
        goal: { max: 1.02 },
      }),
    };
  });
}

/** Changes the document 10 000 times, with a breath for observers after every hundred. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>No meeting</title><main></main>
<script>
  async function mutate() {
    const main = document.querySelector('main');
    const start = performance.now();
    for (let burst = 0; burst < 100; burst++) {
      for (let change = 0; change < 50; change++) {
        const element = document.createElement('p');
        main.append(element);
        element.title = 'x';
      }
      await null;
      main.replaceChildren();
    }
    return performance.now() - start;
  }
</script>`;
