import type { BrowserUnderTest, Tab } from '../harness/browser';
import { ChromiumUnderTest } from '../harness/chromium/chromium';
import { ChromiumTab } from '../harness/chromium/tab';
import { FirefoxUnderTest } from '../harness/firefox/firefox';

/**
 * The tab in the popup window that a page has just opened, whatever it shows: one on `about:blank` isn’t
 * found by its address. In Firefox there may be no other popup.
 */
export async function popupOf(browser: BrowserUnderTest, opener: Tab): Promise<Tab> {
  if (browser instanceof FirefoxUnderTest) return browser.popup();
  if (!(browser instanceof ChromiumUnderTest && opener instanceof ChromiumTab))
    throw new Error('No browser.');
  const target = await browser.browser.waitForTarget((each) => each.opener() === opener.page.target());
  return new ChromiumTab(await target.asPage(), browser);
}
