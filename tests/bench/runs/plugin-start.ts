import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoMeeting, startMeeting } from '../../../meeting/start';
import { type BrowserUnderTest, browsers } from '../../browser/harness/browser';
import { FirefoxUnderTest } from '../../browser/harness/firefox/firefox';
import type { Figure, Measured } from '../support/figure';
import { refineClock } from '../support/firefox';
import { scriptOf } from '../support/script';
import { serveSite } from '../support/site';
import { median, rotated } from '../support/statistics';

const KINDS = ['ours', 'smallest'] as const;
type Kind = (typeof KINDS)[number];
const RUNS = 60;
const OURS = 'webapp3/branding';

/** The plugin beside the smallest one that registers and adds a button with the same library. */
export async function pluginStart(effort: number): Promise<Measured> {
  const runs = Math.max(2, Math.round(RUNS * effort));
  const smallest = await smallestBranding();
  try {
    const figures = [bytes(smallest.script)];
    for (const { launch } of browsers) {
      const browser = await launch({});
      try {
        figures.push(...(await inBrowser(browser, { ours: OURS, smallest: smallest.folder }, runs)));
      } finally {
        await browser.close();
      }
    }
    return {
      name: 'plugin',
      title: 'Plugin',
      note: 'In the meeting in a box, from the moment at which the plugin’s frame begins to load to the `ready` that the page hears. The smallest plugin registers, adds one button and says `ready`; it is built by the same bundler.',
      figures,
    };
  } finally {
    rmSync(smallest.folder, { recursive: true });
  }
}

function bytes(smallest: string): Figure {
  const ours = statSync(`${OURS}/plugins/external-chat/external-chat.js`).size;
  return {
    what: `script of the plugin; of the smallest one: ${(smallest.length / 1000).toFixed(1)} kB`,
    median: ours / 1000,
    unit: 'kB',
    runs: 1,
    ratio: { to: 'this ÷ the smallest', value: ours / smallest.length },
    goal: { max: 1.35 },
  };
}

async function inBrowser(
  browser: BrowserUnderTest,
  brandings: Record<Kind, string>,
  runs: number,
): Promise<Figure[]> {
  if (browser instanceof FirefoxUnderTest) await refineClock(browser);
  const meetings = {
    ours: await startMeeting({ brandingDir: brandings.ours }),
    smallest: await startMeeting({ brandingDir: brandings.smallest }),
  };
  const site = await serveSite(() => pages(meetings));
  const times: Record<Kind, number[]> = { ours: [], smallest: [] };
  const tab = await browser.open('about:blank');
  try {
    for (let run = -1; run < runs; run++) {
      for (const kind of rotated(KINDS, run + 1)) {
        await tab.navigate(`${site.page}/${kind}`);
        const readyAt = await tab.evaluate(() => Reflect.get(window, 'readyAt') as Promise<number>);
        const plugin = await tab.frame('#webapp3', '#external-chat');
        const beganAt = await plugin.evaluate(() => performance.timeOrigin);
        // The first of each finds a cold browser.
        if (run >= 0) times[kind].push(readyAt - beganAt);
      }
    }
  } finally {
    site.close();
    await Promise.all([meetings.ours.close(), meetings.smallest.close()]);
  }
  const where = browser.name === 'chromium' ? 'Chromium' : 'Firefox';
  const [ours, smallest] = [median(times.ours), median(times.smallest)];
  return [
    { what: 'the smallest plugin until ready', in: where, median: smallest, unit: 'ms', runs },
    {
      what: 'the plugin until ready',
      in: where,
      median: ours,
      unit: 'ms',
      runs,
      ratio: { to: 'this ÷ the smallest', value: ours / smallest },
      goal: { max: 1.05 },
    },
  ];
}

/** Pages that embed a meeting, and note when its plugin was ready. */
const pages = (meetings: Record<Kind, DemoMeeting>): Record<string, string> =>
  Object.fromEntries(
    KINDS.map((kind) => [
      `/${kind}`,
      `<!doctype html><meta charset="utf-8"><title>Page</title>
<script>
  window.readyAt = new Promise((resolve) => {
    addEventListener('message', ({ data }) => {
      if (data?.action !== 'pexip:plugin:external-chat/ready') return;
      resolve(performance.timeOrigin + performance.now());
    });
  });
</script>
<iframe id="webapp3" src="${meetings[kind].directUrl()}"></iframe>`,
    ]),
  );

/** A branding with the smallest plugin under our plugin's id. */
async function smallestBranding(): Promise<{ folder: string; script: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'smallest-plugin-'));
  const plugin = join(folder, 'plugins/external-chat');
  const script = await scriptOf('tests/bench/pages/smallest-plugin.ts');
  mkdirSync(plugin, { recursive: true });
  writeFileSync(join(plugin, 'plugin.js'), script);
  writeFileSync(
    join(plugin, 'index.html'),
    '<!doctype html><meta charset="utf-8"><title>Smallest</title><script defer src="./plugin.js"></script>',
  );
  const plugins = [{ id: 'external-chat', src: './plugins/external-chat/index.html', sandboxValues: [] }];
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: 0, plugins }));
  return { folder, script };
}
