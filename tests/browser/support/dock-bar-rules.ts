/**
 * Shows the panel on the page in a frame, and returns at which widths one of its tabs or its menu is below a
 * button of the bar, with their labels. Self-contained: it is carried into the page as text.
 */
export async function lookAtBar(url: string, widths: readonly number[]): Promise<string[]> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position: fixed; inset: 0 auto auto 0; border: 0; height: 440px; width: 320px';
  frame.src = url;
  document.body.replaceChildren(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const { contentDocument: page, contentWindow: view } = frame;
  if (!page || !view) throw new Error(`${url} is not shown.`);
  const frames = () =>
    new Promise((resolve) => view.requestAnimationFrame(() => view.requestAnimationFrame(resolve)));
  const all = (selector: string) => [...page.querySelectorAll<HTMLElement>(selector)];
  const buttons = () => all('.dock-bar button');
  const items = () => all('.tabs [role="tab"], .more-menu summary');
  for (let tries = 0; tries < 1_000 && (buttons().length < 3 || items().length < 3); tries += 1)
    await frames();
  if (buttons().length < 3 || items().length < 3) throw new Error(`${url} has no bar.`);
  const found: string[] = [];
  for (const width of widths) {
    frame.style.width = `${width}px`;
    await frames();
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
