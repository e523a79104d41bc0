import type { HostOrigins } from '../../protocol/host-origins';
import { installRelay } from './relay/install';

/** Through which window the plugin talks with the top window, and the origins that this window may have. */
export interface Route {
  partner: Window | null;
  origins: HostOrigins;
}

/**
 * Straight to the top window, unless the plugin's own URL says `relay=1`; then through Web App 3's window
 * alone. Both at once would let a host hear everything twice, and be heard twice.
 *
 * A relay that cannot be had is reported, and the plugin speaks for itself: hosts that answer the window
 * that spoke still work.
 */
export async function chooseRoute(search: string, origins: HostOrigins): Promise<Route> {
  const direct = { partner: window.top, origins };
  // Web App 3 opened directly is the top window, so there is nothing in between to forward.
  const relays = new URLSearchParams(search).get('relay') === '1' && window.parent !== window.top;
  if (!relays) return direct;
  const error = await installRelay(origins);
  if (error !== undefined) {
    console.error(`external-chat: ${error}`);
    return direct;
  }
  // Web App 3's document is trusted: it hosts the plugin. The relay in it judges the top window's origin.
  return { partner: window.parent, origins: { any: false, allowed: [window.location.origin] } };
}
