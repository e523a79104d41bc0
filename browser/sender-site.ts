import type { Runtime } from 'webextension-polyfill';

/**
 * The origin of the page that has sent a message, where the browser tells it. A page that a site writes into
 * `about:blank` has the origin of that site.
 */
export function siteOfSender(sender: Runtime.MessageSender): string | undefined {
  const { url, origin }: { url?: string; origin?: string } = sender;
  if (url === undefined) return undefined;
  return url.startsWith('about:') ? origin : new URL(url).origin;
}
