import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import { WAIT_MS } from '../../../limits';
import type { BrowserUnderTest, LaunchOptions } from '../browser-under-test';
import { eventually } from '../eventually';
import { findExecutable } from '../executable';
import { guard } from '../watchdog';
import { hasWelcome } from '../welcome';
import { untilItListens } from './background';
import { ChromiumUnderTest } from './chromium';

export const CHROMIUM = {
  program: 'Chromium',
  variable: 'CHROMIUM_PATH',
  commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  debianPackage: 'chromium',
};

/** Starts Chromium, with a fresh profile unless there is one, and the extension if one is given. */
export async function launchChromium({
  extensionDir,
  headless = true,
  width = 1280,
  height = 800,
  keepWelcome = false,
  ignoreCertificateErrors = false,
  hosts = {},
  env = {},
  profile,
}: LaunchOptions = {}): Promise<ChromiumUnderTest & BrowserUnderTest> {
  const executablePath = findExecutable(CHROMIUM, { ...process.env, ...env });
  const isUsed = profile !== undefined && readdirSync(profile).length > 0;
  const userDataDir = profile ?? (await mkdtemp(join(tmpdir(), 'chromium-under-test-')));
  const downloadDir = join(userDataDir, 'saved');
  const browser = await launch({
    executablePath,
    timeout: WAIT_MS,
    protocolTimeout: WAIT_MS,
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
      // What is installed over the protocol is gone at the next start; this is there at every start, with what it was allowed.
      ...(profile && extensionDir ? [`--load-extension=${resolve(extensionDir)}`] : []),
      ...(ignoreCertificateErrors ? ['--ignore-certificate-errors'] : []),
      // Chromium refuses to run its sandbox as root, which is what containers run tests as.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  }).catch(async (error: unknown) => {
    if (!profile) await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    throw new Error(`Chromium did not start, or showed no page: ${String(error)}`, { cause: error });
  });
  const watchdog = guard(profile ? undefined : userDataDir, browser.process()?.pid);
  try {
    const install = profile ? loadedFrom : installFrom;
    const extensionId = extensionDir && (await install(browser, resolve(extensionDir)));
    const chromium = new ChromiumUnderTest(browser, watchdog, extensionId, downloadDir);
    if (!isUsed && extensionId) await untilItListens(browser, extensionId);
    if (!isUsed && !keepWelcome && hasWelcome(extensionDir))
      await (await chromium.ownTab('options.html?welcome')).close();
    return chromium;
  } catch (error) {
    await watchdog.release();
    throw error;
  }
}

const installFrom = (browser: Browser, folder: string) => browser.installExtension(folder);

/** The id of an extension that Chromium loads by itself as it starts. */
const loadedFrom = (browser: Browser, folder: string) =>
  eventually('the extension', async () => {
    for (const [id, { path }] of await browser.extensions())
      if (path === folder) return { done: { value: id } };
    return {};
  });
