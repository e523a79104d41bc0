import { browser } from './browser';
import { askForHost, hostPattern } from './hosts';

/**
 * What can be found out about the site beside the panel. In the dock, which is a frame in a page, browsers offer
 * neither `permissions` (Firefox) nor a prompt.
 */
export function siteServices({ mayAsk }: { mayAsk: boolean }) {
  const { permissions, tabs } = browser as Partial<typeof browser>;
  return {
    address: async () => (await tabs?.query({ active: true, currentWindow: true }))?.[0]?.url,
    mayReach: async (origin: string) => permissions?.contains({ origins: [hostPattern(origin)] }),
    ask: mayAsk ? askForHost : undefined,
  };
}
