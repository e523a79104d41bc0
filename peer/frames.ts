/**
 * The way from the top window down to the one that spoke, top excluded: `[iframe, …, source]`. Empty if
 * the source is the top window itself; `undefined` if it is no frame of this page (another tab or popup,
 * or a frame that is gone). `.parent` may be read across origins.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-objects
 */
export function pathFromTop(source: MessageEventSource | null, top: Window): Window[] | undefined {
  // `instanceof Window` fails for a window of another realm, which every frame's is to a content script.
  if (!source || !('parent' in source)) return undefined;
  const path: Window[] = [];
  let frame: Window = source;
  while (frame !== top) {
    path.unshift(frame);
    // A top-level window is its own parent, and so is one whose frame was removed meanwhile (null there).
    const { parent } = frame;
    if (!parent || parent === frame) return undefined;
    frame = parent;
  }
  return path;
}

/** The `<iframe>` of this document that holds a window. */
export const frameElement = (document: Document, frame: Window): HTMLIFrameElement | undefined =>
  [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === frame);

/** A host, then a path that contains `webapp3`. Parsing the URL would cost more than the rest of the message filter. */
const WEBAPP3 = /^\w+:\/\/[^/?#]+[^?#]*\/webapp3([/?#]|$)/;

/** Whether an address, as an element or a window shows it, is one of Web App 3's: every deployment has it below `/webapp3/`. */
export const isWebApp3 = (url: string): boolean => WEBAPP3.test(url);
