import { browser } from './browser';
import { patternOf } from './host-pattern';

/**
 * What can be found out about the site beside the panel. In the dock, which is a frame in a page, browsers
 * offer neither `permissions` (Firefox) nor a prompt.
 */
export function siteServices({ mayAsk }: { mayAsk: boolean }) {
  const { permissions, tabs } = browser as Partial<typeof browser>;
  return {
    address: async () => (await tabs?.query({ active: true, currentWindow: true }))?.[0]?.url,
    // Firefox does, and Chromium does not: https://bugzilla.mozilla.org/show_bug.cgi?id=1454760
    hasClosedViewers: 'sidebarAction' in browser,
    mayReach: async (origin: string) => permissions?.contains({ origins: [patternOf(origin)] }),
    ask: mayAsk ? askForHost : undefined,
  };
}

/** Asks the user to let the extension reach a site. To be called in a click, before any await. */
const askForHost = (origin: string): Promise<boolean> =>
  browser.permissions.request({ origins: [patternOf(origin)] });
