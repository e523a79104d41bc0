import { parseArgs } from 'node:util';
import { createServer } from 'wxt';
import { type DemoMeeting, startMeeting } from '../meeting/start';
import { findExecutable } from '../tests/browser/harness/executable';

const BROWSERS = {
  chrome: {
    program: 'Chromium',
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    debianPackage: 'chromium',
  },
  firefox: {
    program: 'Firefox',
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    debianPackage: 'firefox-esr',
  },
};

/**
 * `npm run dev [-- --browser firefox]`: a browser with the extension and the demo meeting in it. What is
 * saved of the panel shows at once; the peer and the background are loaded again.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { browser: { type: 'string', default: 'chrome' } } });
  const { browser } = values;
  if (browser !== 'chrome' && browser !== 'firefox') {
    throw new Error(`--browser must be chrome or firefox, not "${browser}".`);
  }
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Error(
      'No display found. Use a desktop session or xvfb-run; "npm run demo" also works without a display.',
    );
  }
  const binary = findExecutable(BROWSERS[browser]);
  const meeting = await startMeeting({ brandingDir: 'webapp3/branding' });
  try {
    await openExtension(browser, binary, meeting);
  } catch (error) {
    await meeting.close();
    throw error;
  }
  console.log(`
The meeting is at ${meeting.embeddingUrl()}
Click the External Chat icon in the toolbar, then edit panel/: changes appear immediately.
Press Ctrl+C to stop.
`);
}

async function openExtension(
  browser: 'chrome' | 'firefox',
  binary: string,
  meeting: DemoMeeting,
): Promise<void> {
  const server = await createServer({
    browser,
    webExt: {
      binaries: { [browser]: binary },
      startUrls: [meeting.embeddingUrl()],
      // Chromium refuses to run its sandbox as root, which is what containers run as.
      chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  });
  await server.start();
  const stop = () => {
    void Promise.allSettled([server.stop(), meeting.close()]).then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
