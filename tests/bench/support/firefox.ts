import { resolve } from 'node:path';
import type { FirefoxUnderTest } from '../../browser/harness/firefox/firefox';

/** Privileged names of Firefox's own window, as far as the benchmark uses them. */
declare const Services: { prefs: { setBoolPref(name: string, value: boolean): void } };
declare const ChromeUtils: {
  importESModule(url: string): { AddonManager: { installTemporaryAddon(file: unknown): Promise<unknown> } };
};
declare const Components: {
  classes: Record<string, { createInstance(kind: unknown): { initWithPath(path: string): void } }>;
  interfaces: { nsIFile: unknown };
};

/** Firefox coarsens its clock to a millisecond; with this it is a fiftieth of one. */
export const refineClock = (firefox: FirefoxUnderTest): Promise<void> =>
  firefox.inChrome(() => Services.prefs.setBoolPref('privacy.reduceTimerPrecision', false));

/** Installs one more extension. */
export const installInFirefox = (firefox: FirefoxUnderTest, folder: string): Promise<void> =>
  firefox.inChrome(async (path) => {
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const file = Components.classes['@mozilla.org/file/local;1']?.createInstance(
      Components.interfaces.nsIFile,
    );
    file?.initWithPath(path);
    await AddonManager.installTemporaryAddon(file);
  }, resolve(folder));
