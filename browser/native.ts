import type { Browser } from 'webextension-polyfill';
import { globals } from './globals';

/**
 * The browser's own API, for scripts that run in other people's pages: every page pays for what these load,
 * so they do without the polyfill. Chrome's API has returned promises since Manifest V3, under another name.
 */
export const native = (globals.browser ?? globals.chrome) as Browser;

/** What Chrome and Firefox give extensions: the shadow root of an element, also of a closed one. */
type ShadowAccess = { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
type WithShadow = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/** Returns the shadow root of an element, also a closed one where the browser shows it to extensions. */
export function shadowRootOf(element: WithShadow): ShadowRoot | null | undefined {
  const dom = (native as ShadowAccess | undefined)?.dom;
  // Chrome takes HTML elements alone.
  if (dom && element instanceof HTMLElement) return dom.openOrClosedShadowRoot(element);
  return element.openOrClosedShadowRoot ?? element.shadowRoot;
}

/**
 * Whether the extension of this document was updated or removed. Reads the API anew: Firefox puts an empty
 * one in the place of the one that was there.
 */
export function isContextInvalidated(): boolean {
  const api = (globals.browser ?? globals.chrome) as Browser | undefined;
  return api?.runtime?.id === undefined;
}
