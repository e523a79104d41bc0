import type { PanelEnvironment } from './context';

/**
 * Whether this panel stands in a private window and loads other sites with the cookies, the cache and the
 * disk of ordinary windows. The side panel of Chromium does, as its extension is in one profile. A panel on a
 * page is in the profile of that page. So is the sidebar of Firefox, which has no frames without credentials.
 */
export const isInOrdinaryProfile = async ({
  storage,
  isOnPage,
}: Pick<PanelEnvironment, 'storage' | 'isOnPage'>): Promise<boolean> =>
  !isOnPage && (await storage.isPrivate?.()) === true && 'credentialless' in HTMLIFrameElement.prototype;
