import type { BrowserUnderTest, Surface, Tab } from '../harness/browser';
import { ChromiumUnderTest } from '../harness/chromium/chromium';
import { FirefoxUnderTest } from '../harness/firefox/firefox';

/**
 * Chooses an item in the menu of the toolbar icon, with `tab` in front. A native menu can be opened in
 * Firefox alone; Chromium's background is told as the browser would tell it, with the user gesture, from
 * `page`: one of the extension's. Resolves with whether it could be chosen, as far as that is seen.
 */
export async function chooseFromMenu(
  browser: BrowserUnderTest,
  tab: Tab,
  item: string,
  page: Surface,
): Promise<boolean> {
  await tab.bringToFront();
  if (browser instanceof FirefoxUnderTest) return browser.chooseFromIconMenu(item);
  if (browser instanceof ChromiumUnderTest) {
    await browser.fire('contextMenus.onClicked', { menuItemId: item }, page);
  }
  return true;
}
