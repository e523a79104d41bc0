/**
 * The way from the top window down to the one that spoke, top excluded: `[iframe, …, source]`. Empty if
 * the source is the top window itself; `undefined` if it is no frame of this page (another tab or popup,
 * or a frame that is gone). `.parent` may be read across origins.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-objects
 */
export function pathFromTop(source: MessageEventSource | null, top: Window): Window[] | undefined {
  // `instanceof Window` fails for a window of another realm, which every frame's is to a content script.
  if (source === null || !('parent' in source)) return undefined;
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
export function frameElement(document: Document, frame: Window): HTMLIFrameElement | undefined {
  for (const element of document.querySelectorAll('iframe')) {
    if (element.contentWindow === frame) return element;
  }
  return undefined;
}

const WEBAPP3 = /\/webapp3(\/|$)/;

/** Whether an address is one of Web App 3's: it is served below `/webapp3/` on every deployment. */
export function isWebApp3(url: string): boolean {
  // Of every message the page's own address is asked: to take it apart costs more than the rest of the gate.
  return url.includes('/webapp3') && URL.canParse(url) && WEBAPP3.test(new URL(url).pathname);
}
