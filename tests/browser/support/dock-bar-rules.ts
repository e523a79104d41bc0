/**
 * Looks at the panel on the page that `showFramed` has shown, and returns at which widths one of its tabs or
 * its menu is below a button of the bar, or the label of a tab is cut. Self-contained: it is carried into
 * the page as text.
 */
export async function lookAtBar(widths: readonly number[]): Promise<string[]> {
  const frame = document.querySelector('iframe');
  const { contentDocument: page, contentWindow: view } = frame ?? {};
  if (!frame || !page || !view) throw new Error('No page is shown.');
  const frames = () =>
    new Promise((resolve) => view.requestAnimationFrame(() => view.requestAnimationFrame(resolve)));
  const all = (selector: string) => [...page.querySelectorAll<HTMLElement>(selector)];
  const buttons = () => all('.dock-bar button');
  const items = () => all('.tabs [role="tab"], .more-menu summary');
  for (let tries = 0; tries < 1_000 && (buttons().length < 3 || items().length < 3); tries += 1)
    await frames();
  if (buttons().length < 3 || items().length < 3) throw new Error(`${page.URL} has no bar.`);
  const found: string[] = [];
  for (const width of widths) {
    frame.style.width = `${width}px`;
    await frames();
    for (const label of all('.tabs [data-label]'))
      if (label.scrollWidth > label.clientWidth) found.push(`${width}: ${label.textContent} is cut`);
    for (const item of items())
      for (const button of buttons()) {
        const [one, other] = [item.getBoundingClientRect(), button.getBoundingClientRect()];
        const isApart =
          one.right <= other.left + 1 ||
          one.left >= other.right - 1 ||
          one.bottom <= other.top + 1 ||
          one.top >= other.bottom - 1;
        if (!isApart) found.push(`${width}: ${item.textContent} below ${button.ariaLabel}`);
      }
  }
  return found;
}
