/**
 * Takes the dock away that an old peer has left in a page. At an update of the extension Firefox ends old
 * scripts without a word to them, and only here can it still be found: an extension's scripts may look into
 * closed shadow roots. Chromium's old peers leave by themselves. Runs in the page, so it names nothing
 * outside.
 * @param address where the dock's document is
 * @see https://developer.mozilla.org/docs/Web/API/Element/openOrClosedShadowRoot
 */
export function removeStaleDock(address: string): void {
  for (const host of document.querySelectorAll('div[popover]')) {
    const root: ShadowRoot | null | undefined = Reflect.get(host, 'openOrClosedShadowRoot');
    if (root?.querySelector('iframe')?.src !== address) continue;
    const { style } = document.documentElement;
    const { width } = host.getBoundingClientRect();
    for (const margin of ['margin-left', 'margin-right']) {
      // The page's own would hardly be as wide as the dock, and as important.
      const isOurs = style.getPropertyPriority(margin) && style.getPropertyValue(margin) === `${width}px`;
      if (isOurs) style.removeProperty(margin);
    }
    host.remove();
  }
}
