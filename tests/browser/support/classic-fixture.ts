import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoMeeting, type MeetingOptions, startMeeting } from '../../../meeting/start';
import { NODE_FOLDER } from '../../../plugin/classic/package/packed-folder';
import { type BrowserUnderTest, launchChromium, type Surface, type Tab } from '../harness/browser';
import { ChromiumTab } from '../harness/chromium/tab';

/** A meeting with the host for classic plugins and a folder of them, in a browser without the extension. */
export interface ClassicFixture {
  meeting: DemoMeeting;
  browser: BrowserUnderTest;
  /** Opens Web App 3 embedded in a page of another origin. */
  join(options?: { displayName?: string; pin?: string }): Promise<ClassicMeeting>;
  /** The same plugins in another meeting, for the same browser; closed with this fixture. */
  another(options: ClassicOptions): Promise<ClassicFixture>;
  close(): Promise<void>;
}

type ClassicOptions = Partial<MeetingOptions> & { sandboxValues?: string[] };

export interface ClassicMeeting {
  tab: Tab;
  /** Web App 3. */
  webapp3: Surface;
  /** The widget's document, in which the plugins run. */
  runtime: Surface;
  /** What the console has said of plugins, with its level; empty in Firefox. */
  console: string[];
}

/** The widget's frame, as Web App 3 titles it. */
const WIDGET = 'iframe.widget[title="Plugins"]';

type Manifest = { plugins: { sandboxValues: string[] }[] };

/**
 * The branding that a bundle is served as: our files, and the organization's folder untouched beside them.
 */
export function classicBranding(plugins: string, sandboxValues?: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'classic-branding-'));
  const manifest = JSON.parse(readFileSync('plugin/classic/manifest.json', 'utf8')) as Manifest;
  if (sandboxValues) manifest.plugins = manifest.plugins.map((plugin) => ({ ...plugin, sandboxValues }));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const own = join(folder, 'plugins/classic-plugins');
  cpSync('.output/classic', own, { recursive: true });
  cpSync(plugins, join(own, NODE_FOLDER), { recursive: true });
  return folder;
}

/** Creates a fixture with the plugins of a folder that has a settings.json. */
export async function createClassicFixture(
  plugins: string,
  options: ClassicOptions = {},
  launch: () => Promise<BrowserUnderTest> = () => launchChromium({}),
): Promise<ClassicFixture> {
  const browser = await launch();
  return classicStageOf(browser, plugins, options, () => browser.close());
}

async function classicStageOf(
  browser: ClassicFixture['browser'],
  plugins: string,
  { sandboxValues, ...options }: ClassicOptions,
  leave = async () => {},
): Promise<ClassicFixture> {
  const brandingDir = classicBranding(plugins, sandboxValues);
  const meeting = await startMeeting({
    brandingDir,
    ringMs: 100,
    slowMs: 1500,
    leaveMs: 500,
    ...options,
  }).catch(async (error: unknown) => {
    await leave();
    throw error;
  });
  const others: ClassicFixture[] = [];
  return {
    meeting,
    browser,
    async join({ displayName, pin } = {}) {
      const url = meeting.embeddingUrl('qa.meeting', {
        ...(displayName && { displayName }),
        ...(pin && { pin }),
      });
      const tab = await browser.open('about:blank');
      const lines: string[] = [];
      if (tab instanceof ChromiumTab) {
        tab.page.on('console', (message) => {
          if (/^(plugin "|classic-plugins|changeConference)/.test(message.text()))
            lines.push(`${message.type()} ${message.text()}`);
        });
      }
      await tab.navigate(url);
      const webapp3 = await tab.frame('#webapp3');
      return { tab, webapp3, runtime: await webapp3.frame(WIDGET), console: lines };
    },
    async another(more) {
      const other = await classicStageOf(browser, plugins, more);
      others.push(other);
      return other;
    },
    async close() {
      await leave();
      await Promise.all([meeting, ...others].map((each) => each.close()));
      rmSync(brandingDir, { recursive: true, force: true });
    },
  };
}
