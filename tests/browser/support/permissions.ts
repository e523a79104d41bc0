import type { BrowserUnderTest } from '../harness/browser';
import { ChromiumUnderTest } from '../harness/chromium/chromium';
import { FirefoxUnderTest } from '../harness/firefox/firefox';

/**
 * Asks for permission for a site, and answers the browser's prompt with yes. Chromium's is a window that no
 * test can answer: there the permission is given on the browser's own page beforehand, and counts from when
 * it is asked for.
 */
export async function grantPermission(
  browser: BrowserUnderTest,
  site: string,
  ask: () => Promise<void>,
): Promise<void> {
  if (browser instanceof ChromiumUnderTest) {
    await inChromium(
      browser,
      async (extensionId, host) => {
        const { developerPrivate } = Reflect.get(window, 'chrome');
        await developerPrivate.addHostPermission(extensionId, host);
      },
      site,
    );
  }
  await ask();
  if (browser instanceof FirefoxUnderTest) await browser.answerPrompt(true);
}

/** Takes the permission for a site away, as the browser's own page for extensions does it. */
export async function revokePermission(browser: BrowserUnderTest, site: string): Promise<void> {
  if (browser instanceof ChromiumUnderTest) {
    await inChromium(
      browser,
      async (extensionId, host) => {
        const { developerPrivate } = Reflect.get(window, 'chrome');
        await developerPrivate.removeHostPermission(extensionId, host);
      },
      site,
    );
  }
  if (browser instanceof FirefoxUnderTest) {
    await browser.inChrome(
      async (id, origin) => {
        const { ChromeUtils, WebExtensionPolicy } = globalThis as unknown as PrivilegedExtensions;
        const { ExtensionPermissions } = ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionPermissions.sys.mjs',
        );
        const { extension } = WebExtensionPolicy.getByID(id);
        await ExtensionPermissions.remove(id, { permissions: [], origins: [origin] }, extension);
      },
      browser.extensionId ?? '',
      `${site}/*`,
    );
  }
}

/** Runs a function on Chromium's own page for extensions, with the extension and the pattern of the site. */
async function inChromium(
  browser: ChromiumUnderTest,
  fn: (extensionId: string, host: string) => Promise<void>,
  site: string,
): Promise<void> {
  const tab = await browser.open('chrome://extensions');
  await tab.evaluate(fn, browser.extensionId ?? '', `${site}/*`);
  await tab.close();
}

/** What of Firefox's own modules that takes. */
type PrivilegedExtensions = {
  ChromeUtils: {
    importESModule(name: string): {
      ExtensionPermissions: {
        remove(
          id: string,
          leave: { permissions: string[]; origins: string[] },
          extension: unknown,
        ): Promise<void>;
      };
    };
  };
  WebExtensionPolicy: { getByID(id: string): { extension: unknown } };
};
