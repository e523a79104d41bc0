import type { BrowserUnderTest, LaunchOptions } from './browser-under-test';
import { launchChromium } from './chromium/launch';
import { launchFirefox } from './firefox/launch';

export type { BrowserUnderTest, LaunchOptions, Tab } from './browser-under-test';
export type { ElementSnapshot } from './snapshot';
export { anyName, type Surface } from './surface';
export { launchChromium, launchFirefox };

/** For `describe.each(browsers)`. */
export const browsers: Array<{
  name: BrowserUnderTest['name'];
  launch: (options: LaunchOptions) => Promise<BrowserUnderTest>;
}> = [
  { name: 'chromium', launch: launchChromium },
  { name: 'firefox', launch: launchFirefox },
];
