/**
 * Looks at the tabs of the panel that `showFramed` has shown, in every text size: returns at which widths the
 * label of one is cut, they are not on one line, or the first label is not where everything else begins
 * though there is room between them; the dock has a grip there. Self-contained: it is carried into the page
 * as text.
 */
export async function lookAtTabs(widths: readonly number[], sizes: readonly string[]): Promise<string[]> {
  const frame = document.querySelector('iframe');
  const { contentDocument: page, contentWindow: view } = frame ?? {};
  if (!frame || !page || !view) throw new Error('No page is shown.');
  const frames = () =>
    new Promise((resolve) => view.requestAnimationFrame(() => view.requestAnimationFrame(resolve)));
  const labels = () => [...page.querySelectorAll<HTMLElement>('.tabs [data-label]')];
  for (let tries = 0; tries < 1_000 && labels().length < 4; tries += 1) await frames();
  if (labels().length < 4) throw new Error(`${page.URL} has no tabs.`);
  const found: string[] = [];
  for (const size of sizes) {
    page.documentElement.dataset.textSize = size;
    for (const width of widths) {
      frame.style.width = `${width}px`;
      await frames();
      for (const label of labels())
        if (label.scrollWidth > label.clientWidth)
          found.push(`${size} ${width}: ${label.textContent} is cut`);
      const [first, ...others] = [...page.querySelectorAll<HTMLElement>('.tabs [role="tab"]')];
      const label = labels()[0]?.getBoundingClientRect();
      if (!first || !label) throw new Error(`${page.URL} has no tabs.`);
      const isRtl = page.documentElement.dir === 'rtl';
      const indent = isRtl ? width - label.right : label.left;
      const placeOf = (tab: HTMLElement) => tab.getBoundingClientRect();
      const next = others[0] && placeOf(others[0]);
      const gap = next ? Math.max(next.left - placeOf(first).right, placeOf(first).left - next.right) : 0;
      if (!page.querySelector('.dock-panel') && indent < 11.5 && gap > 1)
        found.push(`${size} ${width}: ${indent} px before the first label`);
      const lines = new Set(labels().map((label) => Math.round(label.getBoundingClientRect().top)));
      if (lines.size > 1) found.push(`${size} ${width}: ${lines.size} lines`);
    }
  }
  return found;
}
