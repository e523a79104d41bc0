import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../until';
import { BUILDS } from '../support/fixture';
import { type ServedPage, servePage } from '../support/page';
import { type BrowserUnderTest, browsers, type Tab } from './browser';

const visit = () => {
  // biome-ignore lint/suspicious/noDocumentCookie: both browsers have it, and a cookie is a cookie
  document.cookie = 'visited=yes; max-age=3600';
  localStorage.setItem('visited', 'yes');
};
const traces = () => [document.cookie, localStorage.getItem('visited')];

/** What an extension keeps, read and set in one of its pages. */
const keep = async () => {
  const { storage } = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as {
    storage: { local: { get(): Promise<object>; set(items: object): Promise<void> } };
  };
  const before = Object.keys(await storage.local.get());
  await storage.local.set({ kept: true });
  return before;
};

describe.each(browsers)('$name, from one user to the next,', ({ name, launch }) => {
  let page: ServedPage;
  let browser: BrowserUnderTest | undefined;
  beforeAll(async () => {
    page = await servePage(
      '<!doctype html><title>A page</title><a href="/file" download="saved.txt">Save</a>',
    );
  });
  afterAll(async () => {
    await browser?.close();
    page?.close();
  });

  const openPanelPage = async (tab: Tab) => {
    await (await tab.pressIcon()).waitFor('the panel', () => document.querySelector('main'));
    const panel = await tab.pressIcon();
    const found = await panel.evaluate(keep);
    await tab.closePanel();
    return found;
  };

  test('keeps no data of sites or extensions, no tab and no file', async () => {
    const extensionDir = BUILDS[name];
    browser = await launch({ extensionDir });
    const { downloadDir } = browser;
    const tab = await browser.open(page.url);
    await tab.evaluate(visit);
    expect(await tab.evaluate(traces)).toEqual(['visited=yes', 'yes']);
    const atFirst = await openPanelPage(tab);
    expect(await openPanelPage(tab)).toContain('kept');
    await tab.evaluate(() => document.querySelector('a')?.click());
    await until(() => expect(existsSync(downloadDir) ? readdirSync(downloadDir) : []).toEqual(['saved.txt']));
    await browser.close();

    browser = await launch({ extensionDir });
    // It is the same process.
    expect(browser.downloadDir).toBe(downloadDir);
    expect(existsSync(downloadDir) ? readdirSync(downloadDir) : []).toEqual([]);
    const again = await browser.open(page.url);
    expect(await again.evaluate(traces)).toEqual(['', null]);
    expect(await openPanelPage(again)).toEqual(atFirst);
  });

  test('is a process of its own for what asks for more than an extension', async () => {
    await browser?.close();
    browser = await launch({ width: 900 });
    const { downloadDir } = browser;
    await browser.close();
    expect(existsSync(downloadDir)).toBe(false);
    browser = await launch({});
    expect(browser.downloadDir).not.toBe(downloadDir);
  });
});
