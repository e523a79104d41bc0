import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Meeting, type MeetingOptions, startMeeting } from '../../meeting/start';
import { type BrowserUnderTest, launchChromium, type Surface, type Tab } from './harness/browser';

/** A meeting with the host for classic plugins and a folder of them, in Chromium without the extension. */
export interface ClassicStage {
  meeting: Meeting;
  browser: BrowserUnderTest;
  /** Opens Web App 3 embedded in a page of another origin. */
  join(options?: { displayName?: string; pin?: string }): Promise<ClassicMeeting>;
  close(): Promise<void>;
}

export interface ClassicMeeting {
  tab: Tab;
  /** Web App 3. */
  webapp3: Surface;
  /** The widget's document, in which the plugins run. */
  runtime: Surface;
}

/** The widget's frame, as Web App 3 titles it. */
const WIDGET = 'iframe.widget[title="Plugins"]';

/** The branding that a bundle is served as: our files, and the organisation's folder untouched beside them. */
export function classicBranding(plugins: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'classic-branding-'));
  cpSync('plugin/classic/manifest.json', join(folder, 'manifest.json'));
  const own = join(folder, 'plugins/classic-plugins');
  cpSync('.output/classic', own, { recursive: true });
  cpSync(plugins, own, { recursive: true });
  return folder;
}

/** Sets the stage with the plugins of a folder that has a settings.json. */
export async function setClassicStage(
  plugins: string,
  options: Partial<MeetingOptions> = {},
): Promise<ClassicStage> {
  const brandingDir = classicBranding(plugins);
  const meeting = await startMeeting({ brandingDir, ringMs: 100, slowMs: 1500, leaveMs: 500, ...options });
  const browser = await launchChromium({}).catch(async (error: unknown) => {
    await meeting.close();
    throw error;
  });
  return {
    meeting,
    browser,
    async join({ displayName, pin } = {}) {
      const url = meeting.embeddingUrl('qa.meeting', {
        ...(displayName && { displayName }),
        ...(pin && { pin }),
      });
      const tab = await browser.open(url);
      const webapp3 = await tab.frame('#webapp3');
      return { tab, webapp3, runtime: await webapp3.frame(WIDGET) };
    },
    async close() {
      await browser.close();
      await meeting.close();
      rmSync(brandingDir, { recursive: true, force: true });
    },
  };
}
