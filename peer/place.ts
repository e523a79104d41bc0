import { frameElement, isWebApp3, pathFromTop } from './frames';

/**
 * Where Web App 3 is on this page. An iframe is held as its element: its window is another one after it
 * has been moved. Deeper down there is no element to be had across origins, so the window has to do.
 */
export type Place =
  | { kind: 'page' }
  | { kind: 'iframe'; element: HTMLIFrameElement }
  | { kind: 'nested'; frame: Window; within: HTMLIFrameElement };

/** The iframe of the page that a place is in; `undefined` where Web App 3 is the page itself. */
export const frameOf = (place: Place): HTMLIFrameElement | undefined =>
  place.kind === 'iframe' ? place.element : place.kind === 'nested' ? place.within : undefined;

/** What identifies a place: the same object for the same place, as a key of a `Map`. */
export const keyOf = (place: Place, top: Window): object =>
  place.kind === 'page' ? top : place.kind === 'iframe' ? place.element : place.frame;

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
  if (isWebApp3(top.location.href)) return path.length <= 1 ? { kind: 'page' } : undefined;
  const [outermost] = path;
  const element = outermost && frameElement(top.document, outermost);
  if (!element) return undefined;
  const frame = path.at(-2);
  if (frame && path.length > 2) return { kind: 'nested', frame, within: element };
  // An iframe that speaks for itself has to look like Web App 3: any advert is an iframe of the page.
  return path.length === 2 || looksLikeWebApp3(element) ? { kind: 'iframe', element } : undefined;
}

/** Whether an iframe says of itself that it holds Web App 3. */
export const looksLikeWebApp3 = (frame: HTMLIFrameElement): boolean =>
  frame.id === 'webapp3' || isWebApp3(frame.src);

/**
 * Whether the page itself shows that Web App 3 is there. Any other place is a meeting only by its own
 * account, and never comes before one that is recognised.
 */
export const isRecognised = (place: Place): boolean =>
  place.kind === 'page' || (place.kind === 'iframe' && looksLikeWebApp3(place.element));

/** The origin that Web App 3 has at a place, where the page shows it. */
export function originOf(place: Place, top: Window): string | undefined {
  if (place.kind === 'page') return top.location.origin;
  // Any other address may be the door of a login page that ends at another origin.
  if (place.kind === 'iframe' && isWebApp3(place.element.src)) return new URL(place.element.src).origin;
  return undefined;
}

/** Whether the place is still on the page. */
export function isPresent(place: Place, top: Window): boolean {
  const frame = frameOf(place);
  if (!frame) return true;
  const isNested = place.kind === 'nested';
  return frame.isConnected && (!isNested || pathFromTop(place.frame, top) !== undefined);
}

/** The places on this page that look like meetings, whether or not their plugins have spoken. */
export function candidates(top: Window): Place[] {
  if (isWebApp3(top.location.href)) return [{ kind: 'page' }];
  const frames = [...top.document.querySelectorAll('iframe')];
  return frames.filter(looksLikeWebApp3).map((element) => ({ kind: 'iframe', element }));
}
