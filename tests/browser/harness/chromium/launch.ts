import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'puppeteer-core';
import type { BrowserUnderTest, LaunchOptions } from '../browser-under-test';
import { eventually } from '../eventually';
import { createLender } from '../kept';
import { hasWelcome } from '../welcome';
import { untilItListens } from './background';
import { ChromiumUnderTest } from './chromium';
import { type ChromiumProcess, startChromium } from './process';

const lend = createLender<ChromiumProcess>();

/** Has Chromium, with a fresh profile unless there is one, and the extension if one is given. */
export async function launchChromium(
  options: LaunchOptions = {},
): Promise<ChromiumUnderTest & BrowserUnderTest> {
  const { extensionDir, keepWelcome = false, profile } = options;
  const isUsed = profile !== undefined && readdirSync(profile).length > 0;
  const { running, leave } = await lend(options, () => startChromium(options));
  try {
    const { browser, downloadDir } = running;
    const install = profile ? loadedFrom : installFrom;
    const extensionId = extensionDir && (await install(browser, resolve(extensionDir)));
    const chromium = new ChromiumUnderTest(browser, leave, extensionId, downloadDir);
    if (!isUsed && extensionId) await untilItListens(browser, extensionId);
    if (!isUsed && !keepWelcome && hasWelcome(extensionDir))
      await (await chromium.ownTab('options.html?welcome')).close();
    return chromium;
  } catch (error) {
    await running.end();
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
