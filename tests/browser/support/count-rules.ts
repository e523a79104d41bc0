/**
 * Changes what the tabs of the panel count that `showFramed` has shown, in every text size, and returns at
 * which widths that moves a label. Self-contained: it is carried into the page as text.
 */
export async function lookAtCounts(widths: readonly number[], sizes: readonly string[]): Promise<string[]> {
  const frame = document.querySelector('iframe');
  const { contentDocument: page, contentWindow: view } = frame ?? {};
  if (!frame || !page || !view) throw new Error('No page is shown.');
  const frames = () =>
    new Promise((resolve) => view.requestAnimationFrame(() => view.requestAnimationFrame(resolve)));
  const all = (selector: string) => [...page.querySelectorAll<HTMLElement>(selector)];
  for (let tries = 0; tries < 1_000 && all('.tabs .count').length < 2; tries += 1) await frames();
  if (all('.tabs .count').length < 2) throw new Error(`${page.URL} counts nothing.`);
  const found: string[] = [];
  for (const size of sizes) {
    page.documentElement.dataset.textSize = size;
    for (const width of widths) {
      frame.style.width = `${width}px`;
      await frames();
      const labels = all('.tabs [data-label]');
      const places = () => labels.map((label) => label.getBoundingClientRect().left);
      for (const each of all('.tabs :is(.count, .total)')) each.textContent = '';
      const before = places();
      for (const text of ['1', '9', '10', '88', '888']) {
        const isMany = text.length > 2;
        for (const each of all('.tabs .count')) {
          each.textContent = isMany ? '99+' : text;
          each.classList.toggle('many', isMany);
        }
        for (const each of all('.tabs .total')) {
          each.textContent = text;
          each.classList.toggle('many', isMany);
        }
        const moved = places().findIndex((left, at) => Math.abs(left - (before[at] ?? 0)) > 0.5);
        if (moved >= 0) found.push(`${size} ${width}: ${text} moves ${labels[moved]?.textContent}`);
      }
    }
  }
  return found;
}
