import type { ChromiumUnderTest } from '../../../browser/harness/chromium/chromium';
import type { ChromiumSurface } from '../../../browser/harness/chromium/surface';
import type { ChromiumTab } from '../../../browser/harness/chromium/tab';
import { scriptOf } from '../../support/script';
import { type Site, serveSite } from '../../support/site';

/** A page with a meeting whose plugin says no more than it is asked. */
export async function meetingSite(): Promise<Site> {
  const plugin = await scriptOf('tests/bench/pages/plugin-plain.ts');
  return serveSite(({ meeting }) => ({
    '/page': `<!doctype html><title>Page</title><iframe id="webapp3" src="${meeting}/webapp3/m"></iframe>`,
    '/webapp3':
      '<!doctype html><title>Meeting</title><iframe sandbox="allow-scripts" src="/plugin"></iframe>',
    '/plugin': '<!doctype html><title>Plugin</title><script src="/plugin.js"></script>',
    '/plugin.js': plugin,
  }));
}

/** Opens the page, and the panel beside it. */
export async function openBeside(
  chromium: ChromiumUnderTest,
  site: Site,
): Promise<{ tab: ChromiumTab; panel: ChromiumSurface }> {
  const tab = await chromium.open(`${site.page}/page`);
  const panel = await tab.pressIcon();
  await panel.waitFor('the plugin', () => document.querySelector('[role=switch]:not(:disabled)') !== null);
  return { tab, panel };
}
