import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Extension, Page } from 'puppeteer-core';
import { launchChromium } from '../../browser/harness/browser';
import { untilItListens } from '../../browser/harness/chromium/background';
import type { ChromiumUnderTest } from '../../browser/harness/chromium/chromium';
import { eventually } from '../../browser/harness/eventually';
import { BUILDS } from '../../browser/support/fixture';
import { openWorkshop, type Workshop } from '../support/extensions';
import type { Figure, Measured } from '../support/figure';
import { type Site, serveSite } from '../support/site';
import { median, rotated } from '../support/statistics';

const KINDS = ['panel', 'empty'] as const;
type Kind = (typeof KINDS)[number];
const RUNS = 60;

/** From the press of the icon to a panel that can be used, beside a page with one button. */
export async function panelStart(effort: number): Promise<Measured> {
  const runs = Math.max(2, Math.round(RUNS * effort));
  const site = await serveSite(() => ({
    '/page': '<!doctype html><meta charset="utf-8"><title>Page</title>',
  }));
  const workshop = openWorkshop('chromium');
  const chromium = await launchChromium();
  try {
    const ids = {
      panel: await chromium.browser.installExtension(withMark(workshop)),
      empty: await chromium.browser.installExtension(emptyExtension(workshop)),
    };
    for (const id of Object.values(ids)) await untilItListens(chromium.browser, id);
    const times: Record<Kind, number[]> = { panel: [], empty: [] };
    const options: number[] = [];
    let loaded: string[] = [];
    for (let run = -1; run < runs; run++) {
      for (const kind of rotated(KINDS, run + 1)) {
        const { milliseconds, scripts } = await press(chromium, site, ids[kind]);
        // The first press finds a cold browser.
        if (run >= 0) times[kind].push(milliseconds);
        if (kind === 'panel') loaded = scripts;
      }
      const milliseconds = await openOptions(chromium, ids.panel);
      if (run >= 0) options.push(milliseconds);
    }
    return {
      name: 'panel',
      title: 'Panel',
      note: 'From the press of the icon until Destination takes input, or the only button of an empty side panel a click. Both are told by the same script, which is added to both; and to the options page, of which it tells how long after the beginning of its load its first field takes input. Firefox draws its sidebar with its own window, in which nothing can be timed in this way.',
      figures: [...figures(times), ...scripts(loaded), optionsFigure(options)],
    };
  } finally {
    await chromium.close();
    workshop.clear();
    site.close();
  }
}

function figures({ panel, empty }: Record<Kind, number[]>): Figure[] {
  return [
    { what: 'an empty side panel', in: 'Chromium', median: median(empty), unit: 'ms', runs: empty.length },
    {
      what: 'the panel',
      in: 'Chromium',
      median: median(panel),
      unit: 'ms',
      runs: panel.length,
      ratio: { to: 'this ÷ the empty one', value: median(panel) / median(empty) },
      goal: { max: 1.25 },
    },
  ];
}

/**
 * What a panel has loaded by itself: the scripts that its page names, without which it takes no input, and
 * others.
 */
function scripts(loaded: readonly string[]): Figure[] {
  const page = readFileSync(`${BUILDS.chromium}/sidepanel.html`, 'utf8');
  const isNamed = (url: string) => page.includes(`"${new URL(url).pathname}"`);
  const figure = (urls: readonly string[], when: string): Figure => {
    const files = urls.map((url) => new URL(url).pathname).filter((path) => !path.endsWith(`/${MARK}`));
    const sizes = files.map((path) => gzipSync(readFileSync(join(BUILDS.chromium, path))).length);
    return {
      what: `scripts of the panel ${when}, gzipped (${files.length})`,
      median: sizes.reduce((sum, size) => sum + size, 0) / 1000,
      unit: 'kB',
      runs: 1,
    };
  };
  return [
    { ...figure(loaded.filter(isNamed), 'before it takes input'), goal: { max: 28 } },
    figure(
      loaded.filter((url) => !isNamed(url)),
      'that follow by themselves',
    ),
  ];
}

const optionsFigure = (times: readonly number[]): Figure => ({
  what: 'the options page',
  in: 'Chromium',
  median: median(times),
  unit: 'ms',
  runs: times.length,
});

/** Notes when the first control of the document can be used: in it, laid out, and not disabled. */
const MARK = 'mark.js';
const MARK_SCRIPT = `
const note = () => {
  const control = document.querySelector('#dial-destination, #site-address, button#only');
  if (!control || control.disabled || control.getClientRects().length === 0) return;
  observer.disconnect();
  window.interactiveAt = performance.timeOrigin + performance.now();
};
const observer = new MutationObserver(note);
observer.observe(document, { childList: true, subtree: true, attributes: true });
`;
const MARK_TAG = `<script src="/${MARK}"></script>`;

function withMark(workshop: Workshop): string {
  const marked = (page: string) =>
    readFileSync(`${BUILDS.chromium}/${page}`, 'utf8').replace('<head>', `<head>${MARK_TAG}`);
  return workshop.changed('panel', (manifest) => manifest, {
    'sidepanel.html': marked('sidepanel.html'),
    'options.html': marked('options.html'),
    [MARK]: MARK_SCRIPT,
  });
}

const emptyExtension = (workshop: Workshop): string =>
  workshop.made(
    'empty',
    {
      permissions: ['sidePanel', 'activeTab', 'scripting', 'storage'],
      action: {},
      side_panel: { default_path: 'sidepanel.html' },
      background: { service_worker: 'background.js' },
    },
    {
      'background.js':
        'chrome.action.onClicked.addListener(({ windowId }) => { chrome.sidePanel.open({ windowId }); });',
      'sidepanel.html': `<!doctype html><html><head>${MARK_TAG}</head><body><button id="only">Only</button></body></html>`,
      [MARK]: MARK_SCRIPT,
    },
  );

async function press(
  chromium: ChromiumUnderTest,
  site: Site,
  id: string,
): Promise<{ milliseconds: number; scripts: string[] }> {
  const tab = await chromium.open(`${site.page}/page`);
  const extension = (await chromium.browser.extensions()).get(id) as Extension;
  const panels = () =>
    chromium.browser
      .targets()
      .filter((target) => target.url().startsWith(`chrome-extension://${id}/sidepanel.html`));
  await tab.bringToFront();
  const pressedAt = performance.timeOrigin + performance.now();
  await tab.page.triggerExtensionAction(extension);
  const opened = await eventually('the side panel', async () => {
    for (const target of panels()) {
      const page = await target.asPage();
      const at = await page.evaluate(() => Number(Reflect.get(window, 'interactiveAt')));
      if (at > 0) return { done: { value: { page, at } } };
    }
    return {
      seen: chromium.browser
        .targets()
        .map((target) => target.url())
        .join(', '),
    };
  });
  await opened.page.waitForNetworkIdle();
  const scripts = [...new Set(await scriptsOf(opened.page))];
  // The document dies of it, and often takes the answer along.
  await opened.page.evaluate(() => window.close()).catch(() => undefined);
  await eventually('the side panel to close', async () =>
    panels().length === 0 ? { done: { value: undefined } } : {},
  );
  await tab.close();
  return { milliseconds: opened.at - pressedAt, scripts };
}

/** Opens the options page: after how many milliseconds its first field takes input. */
async function openOptions(chromium: ChromiumUnderTest, id: string): Promise<number> {
  const tab = await chromium.open(`chrome-extension://${id}/options.html`);
  const milliseconds = await eventually('the options page', async () => {
    const value = await tab.evaluate(
      () => Number(Reflect.get(window, 'interactiveAt')) - performance.timeOrigin,
    );
    return value > 0 ? { done: { value } } : {};
  });
  await tab.close();
  return milliseconds;
}

/** Every script that the document has run up to now. */
async function scriptsOf(page: Page): Promise<string[]> {
  const session = await page.createCDPSession();
  const urls: string[] = [];
  session.on('Debugger.scriptParsed', ({ url }) => urls.push(url));
  await session.send('Debugger.enable');
  await session.detach();
  return urls.filter((url) => url.startsWith('chrome-extension:'));
}
