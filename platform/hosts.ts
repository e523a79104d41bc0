import { browser } from './browser';

/** All of a site: a pattern of hosts has no port, it stands for every one. */
export const hostPattern = (origin: string): string => {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
};

/**
 * Asks the user to let the extension reach a site. With that, browsers no longer partition the storage of a
 * frame of that site in our pages, so that people stay logged in. To be called in a click, before any await.
 */
export const askForHost = (origin: string): Promise<boolean> =>
  browser.permissions.request({ origins: [hostPattern(origin)] });
