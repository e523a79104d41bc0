import { browser } from './browser';
import { covers } from './host-pattern';
import { injectDetector } from './inject';

/**
 * Brings the detector into the open pages that a pattern covers. A page may be there before the detector is
 * registered for its site: tabs that the browser restores at its start, or all of them when an administrator
 * adds the site. What was not loaded yet has the registered one later.
 */
export async function enterOpenPages(patterns: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false });
  // The address is there for what the extension may enter.
  const isCovered = (url = '') => URL.canParse(url) && patterns.some((pattern) => covers(pattern, url));
  const entered = tabs.filter(({ url }) => isCovered(url)).map(({ id }) => id ?? []);
  await Promise.allSettled(entered.flat().map(injectDetector));
}
