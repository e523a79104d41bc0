import { native } from './native';

/**
 * Tells the panel the title of a chat that is framed in it, now and whenever it changes. A panel cannot read
 * the title of a frame of another origin; a content script can. On every other page that the script runs on,
 * and in frames of other people's pages, it does nothing.
 */
export function reportTitle(): void {
  const { origin } = new URL(native.runtime.getURL(''));
  // Older browsers lack ancestorOrigins: there the target of the message alone keeps it from others.
  const [parent = window.parent === window ? undefined : origin] = [...(location.ancestorOrigins ?? [])];
  if (parent !== origin) return;
  let reported: string | undefined;
  const report = () => {
    if (document.title === reported) return;
    reported = document.title;
    window.parent.postMessage({ action: 'external-chat/title', title: reported }, origin);
  };
  // Pages that draw themselves also replace the element, or all of the head.
  new MutationObserver(report).observe(document.head ?? document, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  report();
}
