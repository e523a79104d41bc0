import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import { WAIT_MS } from '../../../limits';
import type { LaunchOptions } from '../browser-under-test';
import { findExecutable } from '../executable';
import type { Running } from '../kept';
import { startWatchdog, type Watchdog } from '../watchdog';

export const CHROMIUM = {
  program: 'Chromium',
  variable: 'CHROMIUM_PATH',
  commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  debianPackage: 'chromium',
};

/** Starts Chromium, with a fresh profile unless there is one. */
export async function startChromium({
  extensionDir,
  headless = true,
  width = 1280,
  height = 800,
  ignoreCertificateErrors = false,
  hosts = {},
  env = {},
  profile,
}: LaunchOptions): Promise<ChromiumProcess> {
  const executablePath = findExecutable(CHROMIUM, { ...process.env, ...env });
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
      // What is installed over the protocol is gone at the next start; this is there at every start, with
      // what it was allowed.
      ...(profile && extensionDir ? [`--load-extension=${resolve(extensionDir)}`] : []),
      ...(ignoreCertificateErrors ? ['--ignore-certificate-errors'] : []),
      // Chromium refuses to run its sandbox as root, which is what containers run tests as.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  }).catch(async (error: unknown) => {
    if (!profile) await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    throw new Error(`Chromium did not start, or showed no page: ${String(error)}`, { cause: error });
  });
  const watchdog = startWatchdog(profile ? undefined : userDataDir, browser.process()?.pid);
  return new ChromiumProcess(browser, watchdog, downloadDir);
}

/** A running Chromium. */
export class ChromiumProcess implements Running {
  readonly #watchdog: Watchdog;

  constructor(
    readonly browser: Browser,
    watchdog: Watchdog,
    readonly downloadDir: string,
  ) {
    this.#watchdog = watchdog;
  }

  isAlive(): boolean {
    return this.browser.connected;
  }

  async clear(): Promise<void> {
    const { browser } = this;
    const pages = await browser.pages();
    // First, since Chromium ends with its last tab.
    const blank = await browser.newPage();
    for (const id of (await browser.extensions()).keys()) await browser.uninstallExtension(id);
    // Those of an extension have gone with it.
    for (const page of pages) if (!page.isClosed()) await page.close().catch(() => undefined);
    await browser.defaultBrowserContext().clearPermissionOverrides();
    const session = await blank.createCDPSession();
    await session.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'all' });
    await session.send('Network.clearBrowserCache');
    await session.detach();
    rmSync(this.downloadDir, { recursive: true, force: true });
  }

  async end(): Promise<void> {
    await this.browser.close().catch(() => undefined);
    await this.#watchdog.release();
  }
}
