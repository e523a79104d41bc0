import { shadowRootOf } from '../browser/native';

/**
 * An element that holds a window. An `<embed>` shows its window to no script, and in Firefox an `<object>` to
 * none of another origin.
 */
export type FrameElement = (HTMLIFrameElement | HTMLFrameElement | HTMLObjectElement | HTMLEmbedElement) & {
  contentWindow?: Window | null;
};

const FRAMES = 'iframe,frame,object,embed';

/** Returns the frames of a document, without those in shadow roots. */
export const framesIn = (root: ParentNode): FrameElement[] => [
  ...root.querySelectorAll<FrameElement>(FRAMES),
];

/** Returns the frames of a document, also those in shadow roots. Looks at every element, so use it rarely. */
export const allFramesIn = (root: ParentNode): FrameElement[] => [
  ...framesIn(root),
  ...[...root.querySelectorAll('*')].flatMap((element) => {
    const shadow = shadowRootOf(element);
    return shadow ? allFramesIn(shadow) : [];
  }),
];

const known = new WeakMap<Window, FrameElement | undefined>();

/**
 * Returns the element that holds a window, if a script can find it. A window stays with its element: one that
 * is moved gets another window.
 */
export function frameElement(document: Document, frame: Window): FrameElement | undefined {
  if (known.has(frame)) return known.get(frame);
  const holds = ({ contentWindow }: FrameElement) => contentWindow === frame;
  let element = framesIn(document).find(holds);
  if (!element) {
    const all = allFramesIn(document);
    const [hidden, ...others] = all.filter(({ contentWindow }) => !contentWindow);
    element = all.find(holds) ?? (others.length === 0 ? hidden : undefined);
  }
  known.set(frame, element);
  return element;
}

/** Returns the address that a frame was given. What is in it may have led elsewhere since. */
export const addressOf = (element: FrameElement): string =>
  element.localName === 'object' ? (element as HTMLObjectElement).data : (element as HTMLIFrameElement).src;

/** Loads a frame of any origin again. */
export function reloadFrame(element: FrameElement): void {
  if (element.localName === 'object') (element as HTMLObjectElement).data += '';
  else (element as HTMLIFrameElement).src += '';
}
