import { standAboveSummary } from '../ui/above-summary';

/** What of a view the notices stand below, the lowest first; they stand at the end of any other view. */
const ABOVE = ['.chat-tools', '.which-chat', '.with-suggestions'];

/**
 * Keeps two measures of an element that lies over the page, as custom properties of the document: `--notices`
 * is its height, as much of which is left free below the views, so that everything can be scrolled out from
 * under it. `--notices-top` is where it begins in a view in which it stands further up, from the top of
 * `header`, which it is in. At the lower edge, it is kept off the summary of calls. Returns what ends that.
 */
export function keepRoom(element: Element | null): () => void {
  const header = element?.closest('header');
  const main = header?.nextElementSibling;
  if (!element || !header || !main) return () => {};
  const { style } = document.documentElement;
  const place = () => {
    standAboveSummary();
    if (element.childElementCount === 0) return;
    const shown = ABOVE.map((name) => main.querySelector(name)?.getBoundingClientRect());
    // What is hidden has no height. Where none of them is shown, it stands below the tabs.
    const above = shown.find((box) => box && box.height > 0)?.bottom;
    const top =
      above ?? main.querySelector(':scope > [role="tabpanel"]:not([hidden])')?.getBoundingClientRect().top;
    if (top !== undefined)
      style.setProperty('--notices-top', `${top - header.getBoundingClientRect().top}px`);
  };
  const sizes = new ResizeObserver(() => {
    style.setProperty('--notices', `${element.getBoundingClientRect().height}px`);
    place();
  });
  sizes.observe(element);
  sizes.observe(header);
  // What grows in it moves the summary of calls.
  const dialOut = main.querySelector('#view-dial-out');
  if (dialOut) sizes.observe(dialOut);
  // Before anything of it is drawn in another place.
  const changes = new MutationObserver(place);
  changes.observe(main, { subtree: true, childList: true, attributeFilter: ['hidden'] });
  const stop = new AbortController();
  const options = { passive: true, signal: stop.signal };
  window.addEventListener('scroll', standAboveSummary, options);
  window.addEventListener('resize', standAboveSummary, options);
  return () => {
    stop.abort();
    sizes.disconnect();
    changes.disconnect();
  };
}
