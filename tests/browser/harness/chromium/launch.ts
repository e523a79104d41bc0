import { launch } from 'puppeteer-core';
import type { BrowserUnderTest, LaunchOptions } from '../browser';
import { findExecutable } from '../executable';
import { ChromiumUnderTest } from './chromium';

/** Starts Chromium with a fresh profile, and the extension if one is given. */
export async function launchChromium({
  extensionDir,
  headless = true,
  width = 1280,
  height = 800,
}: LaunchOptions = {}): Promise<ChromiumUnderTest & BrowserUnderTest> {
  const browser = await launch({
    executablePath: findExecutable({
      browser: 'Chromium',
      variable: 'CHROMIUM_PATH',
      commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
      debianPackage: 'chromium',
    }),
    headless,
    // A pipe ties the browser's life to ours: it exits when our end closes, however we end.
    pipe: true,
    enableExtensions: true,
    // The page takes the window's size, also when the side panel narrows it.
    defaultViewport: null,
    args: [
      `--window-size=${width},${height}`,
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--disable-gpu',
      // Chromium refuses to run its sandbox as root, which is what containers run tests as.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  try {
    return new ChromiumUnderTest(browser, extensionDir && (await browser.installExtension(extensionDir)));
  } catch (error) {
    await browser.close();
    throw error;
  }
}
