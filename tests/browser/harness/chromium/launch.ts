import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launch } from 'puppeteer-core';
import type { BrowserUnderTest, LaunchOptions } from '../browser';
import { findExecutable } from '../executable';
import { guard } from '../watchdog';
import { hasWelcome } from '../welcome';
import { ChromiumUnderTest } from './chromium';

export const CHROMIUM = {
  program: 'Chromium',
  variable: 'CHROMIUM_PATH',
  commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  debianPackage: 'chromium',
};

/** Starts Chromium with a fresh profile, and the extension if one is given. */
export async function launchChromium({
  extensionDir,
  headless = true,
  width = 1280,
  height = 800,
  keepWelcome = false,
  ignoreCertificateErrors = false,
  hosts = {},
  env = {},
}: LaunchOptions = {}): Promise<ChromiumUnderTest & BrowserUnderTest> {
  const executablePath = findExecutable(CHROMIUM, { ...process.env, ...env });
  const userDataDir = await mkdtemp(join(tmpdir(), 'chromium-under-test-'));
  const downloadDir = join(userDataDir, 'saved');
  const browser = await launch({
    executablePath,
    userDataDir,
    downloadBehavior: { policy: 'allow', downloadPath: downloadDir },
    env: { ...process.env, ...env },
    headless,
    pipe: true,
    // Signals end the test run as if puppeteer were not there; the watchdog cleans up.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    enableExtensions: true,
    // Somebody who looks on needs no bar about automated tests over the page.
    ...(!headless && { ignoreDefaultArgs: ['--enable-automation'] }),
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
      `--host-resolver-rules=${Object.entries(hosts)
        .map(([host, port]) => `MAP ${host}:443 127.0.0.1:${port}`)
        .join()}`,
      ...(ignoreCertificateErrors ? ['--ignore-certificate-errors'] : []),
      // Chromium refuses to run its sandbox as root, which is what containers run tests as.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  }).catch(async (error: unknown) => {
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    throw error;
  });
  const watchdog = guard(userDataDir, browser.process()?.pid);
  try {
    const extensionId = extensionDir && (await browser.installExtension(resolve(extensionDir)));
    const chromium = new ChromiumUnderTest(browser, watchdog, extensionId, downloadDir);
    if (!keepWelcome && hasWelcome(extensionDir))
      await (await chromium.ownTab('options.html?welcome')).close();
    return chromium;
  } catch (error) {
    await watchdog.release();
    throw error;
  }
}
