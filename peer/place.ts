import { framePath, isWebApp3, originOfAddress } from '../host/message-filter';
import { addressOf, type FrameElement, frameElement } from './frames';

/**
 * Where Web App 3 is on this page: the page itself (neither), a frame of it, or a frame further down. A frame
 * of the page is held by its element, because its window is another one after it was moved. It is held by its
 * window where no element can be had: deeper down, and in one of several `<embed>`. `element` is then the
 * outermost one, if any.
 */
export type Place = { readonly element?: FrameElement | undefined; readonly window?: Window };

/**
 * The origin of the page. One that a site writes into `about:blank` has the origin of that site, which its
 * address doesn’t show.
 */
export const pageOrigin = ({ location, origin }: Window): string =>
  location.origin === 'null' ? origin : location.origin;

/** Whether the focus is in a place, and where the page itself is the place, in no field of it. */
export const isFocusIn = ({ element }: Place, { document: { activeElement } }: Window): boolean =>
  element ? activeElement === element : /^(body|button)$/.test(`${activeElement?.localName}`);

/** What identifies a place: the same object for the same place, as a key of a `Map`. */
export const keyOf = ({ element, window }: Place, top: Window): object => window ?? element ?? top;

/** What identifies the frame of the page in which a place is. */
export const outermostOf = ({ element, window }: Place, top: Window): object =>
  element ?? (window && framePath(window, top)?.[0]) ?? top;

/**
 * The place that a message comes from, by the way from the top window to its source:
 *
 *   Web App 3 is the page            top › plugin, or top itself where it relays
 *   … is a frame of the page         top › webapp3 › plugin, or top › webapp3 itself where it relays
 *   … is deeper                      top › portal › … › webapp3 › plugin
 *
 * `undefined` if no plugin can stand there, as in an ad beside the meeting.
 */
export function placeOf(path: readonly Window[], top: Window): Place | undefined {
  const isPage = isWebApp3(top.location.href);
  const [outermost] = path;
  if (!outermost) return isPage ? {} : undefined;
  const element = frameElement(top.document, outermost);
  const carrier = path.at(-2);
  if (carrier) return carrier === outermost && element ? { element } : { element, window: carrier };
  // A frame that posts for itself has to be the page's own choice: any ad is a frame of the page.
  if (element && (isPage ? isNamedByPage : looksLikeWebApp3)(element)) return { element };
  return isPage || (element && originIn(addressOf(element)) === pageOrigin(top)) ? {} : undefined;
}

/** Whether the page itself names a frame as Web App 3. */
export const isNamedByPage = ({ id }: FrameElement): boolean => id === 'webapp3';

/** Whether a frame shows that it may hold Web App 3. */
const looksLikeWebApp3 = (element: FrameElement): boolean =>
  isNamedByPage(element) || isWebApp3(addressOf(element));

/** Whether the page itself shows that Web App 3 is there. Any other place is one only by its own account. */
export const isRecognised = ({ element, window }: Place, top: Window): boolean =>
  !window && (element ? looksLikeWebApp3(element) : isWebApp3(top.location.href));

/** The origin that Web App 3 has at a place, where the page shows it. */
export function originOf({ element, window }: Place, top: Window): string | undefined {
  if (window) return undefined;
  if (!element) return top.location.origin;
  // Any other address may be the door of a login page that ends at another origin.
  return originOfAddress(addressOf(element));
}

/** The host of the frame that carries a place, as far as the page shows it. */
export function hostOf({ element, window }: Place, top: Window, origin?: string): string | undefined {
  const shown = element ? originIn(addressOf(element)) : window ? undefined : top.location.origin;
  return (origin ?? shown)?.replace(/^.*\/\//, '');
}

const originIn = (address: string): string | undefined => /^\w+:\/\/[^/?#]+/.exec(address)?.[0];

/** For sorting: places in the order of the page. Those that can't be compared stay as they are. */
export function pageOrder({ element: a }: Place, { element: b }: Place): number {
  if (!a || !b) return 0;
  return positionOf(a, b) || positionOf(outOfShadow(a), outOfShadow(b));
}

/** Positive if the second is before the first. Nodes of two trees have no order that means anything. */
function positionOf(a: Node, b: Node): number {
  const position = a.compareDocumentPosition(b);
  return position & 1 ? 0 : (position & 2) - (position & 4);
}

/** The outermost host of the shadow roots around a node, or the node itself. */
function outOfShadow(node: Node): Node {
  const { host } = node.getRootNode() as Partial<ShadowRoot>;
  return host ? outOfShadow(host) : node;
}

/** Whether the place is still on the page. */
export const isPresent = ({ element, window }: Place, top: Window): boolean =>
  window ? Boolean(framePath(window, top)) : (element?.isConnected ?? true);

/** The places among these frames that look like meetings, also before their plugins post anything. */
export function candidates(top: Window, frames: readonly FrameElement[]): Place[] {
  const found: Place[] = frames.filter(looksLikeWebApp3).map((element) => ({ element }));
  return isWebApp3(top.location.href) && !frames.some(isNamedByPage) ? [{}, ...found] : found;
}
