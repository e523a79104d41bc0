import { browser } from './browser';

/**
 * Asks the user to let the extension reach a site. With that, browsers no longer partition the storage of a
 * frame of that site in our pages, so that people stay logged in. To be called in a click, before any await.
 */
export const askForHost = (origin: string): Promise<boolean> =>
  // A pattern of hosts has no port: it stands for all of them.
  browser.permissions.request({ origins: [`${new URL(origin).protocol}//${new URL(origin).hostname}/*`] });
