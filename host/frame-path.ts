/**
 * Returns the path from a window down to the frame that sent a message, the window excluded: `[…, source]`. The path is
 * empty if the source is the window itself, and `undefined` if the source is not inside that window (another tab, a
 * popup, a frame beside it, or a removed frame). `.parent` can be read across origins.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-objects
 */
export function framePath(source: MessageEventSource | null, root: Window): Window[] | undefined {
  // `instanceof Window` fails for a window of another realm, as every frame's window is.
  if (!source || !('parent' in source)) return undefined;
  const path: Window[] = [];
  let frame: Window = source;
  while (frame !== root) {
    path.unshift(frame);
    // A top-level window is its own parent. The parent of a removed frame is null.
    const { parent } = frame;
    if (!parent || parent === frame) return undefined;
    frame = parent;
  }
  return path;
}
