/** What the page does to the peer and to its meetings. */
interface PageListener {
  /** `document.open()` has replaced the document's content, and taken the window's listeners along. */
  onDocumentOpened(): void;
  /** Frames may have come, gone or moved. Only after `watchFrames`. */
  onFramesChanged(): void;
  /** The page has given a frame an address, even if it is the one that it had. Only after `watchFrames`. */
  onFrameLed(frame: Node): void;
}

/**
 * Watches the document. Until `watchFrames` is called, for a page that has a meeting, it looks at nothing but
 * the root element, which costs a page nothing. From then on, also at the shadow roots around the frames that
 * are named to it.
 */
export function watchPage(
  document: Document,
  listener: PageListener,
  signal: AbortSignal,
): { watchFrames(frame?: Node): void } {
  let root = document.documentElement;
  let watching = false;
  const observer = new MutationObserver((records) => {
    if (document.documentElement !== root) {
      root = document.documentElement;
      listener.onDocumentOpened();
    }
    for (const { type, target } of records) if (type === 'attributes') listener.onFrameLed(target);
    if (watching) listener.onFramesChanged();
  });
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    watchFrames(frame) {
      if (signal.aborted) return;
      watching = true;
      if (frame) observer.observe(frame, { attributeFilter: ['src', 'data'] });
      // An observer of the document gets nothing of shadow roots. What is watched already stays watched.
      let root: Node | undefined = frame;
      while (root) {
        root = root.getRootNode();
        observer.observe(root, { childList: true, subtree: true });
        root = 'host' in root ? (root as ShadowRoot).host : undefined;
      }
      observer.observe(document, { childList: true, subtree: true });
    },
  };
}
