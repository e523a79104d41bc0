import { framePath, isWebApp3, originOfAddress } from '../host/message-filter';

/** The `<iframe>` of this document that holds a window. */
export const frameElement = (document: Document, frame: Window): HTMLIFrameElement | undefined =>
  [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === frame);

/**
 * Where Web App 3 is on this page: the page itself (neither), an iframe of it, or a frame further down in
 * one. An iframe is held as its element: its window is another one after it has been moved. Deeper down there
 * is no element to be had across origins, so the window has to do.
 */
export type Place = { readonly iframe?: HTMLIFrameElement; readonly deeper?: Window };

/** What identifies a place: the same object for the same place, as a key of a `Map`. */
export const keyOf = ({ iframe, deeper }: Place, top: Window): object => deeper ?? iframe ?? top;

/**
 * The place that a message comes from, by the way from the top window to its source:
 *
 *   Web App 3 is the page            top › plugin, or top itself where it relays
 *   … is an iframe of the page       top › webapp3 › plugin, or top › webapp3 itself where it relays
 *   … is deeper                      top › portal › … › webapp3 › plugin
 *
 * `undefined` if no plugin can stand there, as in an advert beside the meeting.
 */
export function placeOf(path: readonly Window[], top: Window): Place | undefined {
  if (isWebApp3(top.location.href)) return path.length <= 1 ? {} : undefined;
  const [outermost] = path;
  const iframe = outermost && frameElement(top.document, outermost);
  if (!iframe) return undefined;
  const deeper = path.at(-2);
  if (deeper && path.length > 2) return { iframe, deeper };
  // An iframe that speaks for itself has to look like Web App 3: any advert is an iframe of the page.
  return path.length === 2 || looksLikeWebApp3(iframe) ? { iframe } : undefined;
}

/** Whether an iframe says of itself that it holds Web App 3. */
export const looksLikeWebApp3 = (frame: HTMLIFrameElement): boolean =>
  frame.id === 'webapp3' || isWebApp3(frame.src);

/**
 * Whether the page itself shows that Web App 3 is there. Any other place is a meeting only by its own
 * account, and never comes before one that is recognised.
 */
export const isRecognised = ({ iframe, deeper }: Place): boolean =>
  !deeper && (!iframe || looksLikeWebApp3(iframe));

/** The origin that Web App 3 has at a place, where the page shows it. */
export function originOf({ iframe, deeper }: Place, top: Window): string | undefined {
  if (!iframe) return top.location.origin;
  // Any other address may be the door of a login page that ends at another origin.
  return deeper ? undefined : originOfAddress(iframe.src);
}

/** Whether the place is still on the page. */
export const isPresent = ({ iframe, deeper }: Place, top: Window): boolean =>
  !iframe || (iframe.isConnected && (!deeper || Boolean(framePath(deeper, top))));

/** The places on this page that look like meetings, whether or not their plugins have spoken. */
export function candidates(top: Window): Place[] {
  if (isWebApp3(top.location.href)) return [{}];
  const frames = [...top.document.querySelectorAll('iframe')];
  return frames.filter(looksLikeWebApp3).map((iframe) => ({ iframe }));
}
