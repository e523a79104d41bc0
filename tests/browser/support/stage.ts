import { type Meeting, startMeeting } from '../../../meeting/start';
import type { BrowserUnderTest, LaunchOptions } from '../harness/browser';

/** A meeting on this machine and a browser with the built extension, ready for a story. */
export interface Stage {
  meeting: Meeting;
  browser: BrowserUnderTest;
  close(): Promise<void>;
}

/** Where `npm run build:extension` puts the extension for each browser. */
export const BUILDS = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' } as const;

/**
 * Sets the stage. `branding` is the folder that the meeting serves to Web App 3, by default the bundle
 * that is shipped; short node timings keep stories short. `extensionDir` is another build than the usual one.
 */
export async function setStage(
  {
    name,
    launch,
  }: { name: BrowserUnderTest['name']; launch: (options: LaunchOptions) => Promise<BrowserUnderTest> },
  {
    extensionDir = BUILDS[name],
    env = {},
    language,
    ...options
  }: Partial<Parameters<typeof startMeeting>[0]> &
    Pick<LaunchOptions, 'extensionDir' | 'env' | 'language'> = {},
): Promise<Stage> {
  const meeting = await startMeeting({
    brandingDir: 'webapp3/branding',
    ringMs: 100,
    slowMs: 1500,
    leaveMs: 500,
    ...options,
  });
  const browser = await launch({ extensionDir, env, ...(language && { language }) }).catch(
    async (error: unknown) => {
      await meeting.close();
      throw error;
    },
  );
  return {
    meeting,
    browser,
    close: async () => {
      await browser.close();
      await meeting.close();
    },
  };
}
