import type { Tab } from '../harness/browser';
import { backgroundsOf, untilItListens } from '../harness/chromium/background';
import type { ChromiumUnderTest } from '../harness/chromium/chromium';
import { ChromiumTab } from '../harness/chromium/tab';
import { eventually } from '../harness/eventually';

/**
 * Allows the extension in incognito windows, as the browser's own page does, and opens one. It is larger than
 * the windows of a keyed browser that was started small: keys go to it.
 */
export async function openIncognito(chromium: ChromiumUnderTest, url: string): Promise<Tab> {
  const before = backgroundsOf(chromium.browser, chromium.extensionId);
  const page = await chromium.open('chrome://extensions');
  await page.evaluate(async (extensionId) => {
    const { developerPrivate } = Reflect.get(window, 'chrome');
    // Without it, an unpacked extension that is loaded anew stays off.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
  }, chromium.extensionId ?? '');
  // The extension starts anew with it, and has no pages for a moment.
  const own = await eventually('a page of the extension', async () => ({
    done: { value: await chromium.open(`chrome-extension://${chromium.extensionId}/options.html`) },
  }));
  await untilItListens(chromium.browser, chromium.extensionId, before);
  await own.evaluate(async (address) => {
    const { windows } = Reflect.get(window, 'chrome');
    const { id } = await windows.create({ incognito: true, url: address });
    // Not at once: a size that the browser was started with counts for each new window.
    await windows.update(id, { width: 1100, height: 800 });
  }, url);
  const target = await chromium.browser.waitForTarget((each) => each.url() === url);
  await own.close();
  await page.close();
  const tab = new ChromiumTab(await target.asPage(), chromium);
  await tab.reload();
  return tab;
}
