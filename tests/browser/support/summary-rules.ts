/**
 * Counts calls of these kinds, one after another, in the summary of calls that `showFramed` has shown, and
 * returns at which widths that makes it taller, or a number can't be seen. Self-contained: it is carried into
 * the page as text.
 */
export async function lookAtSummary(widths: readonly number[], kinds: readonly string[]): Promise<string[]> {
  const frame = document.querySelector('iframe');
  const { contentDocument: page, contentWindow: view } = frame ?? {};
  if (!frame || !page || !view) throw new Error('No page is shown.');
  const frames = () =>
    new Promise((resolve) => view.requestAnimationFrame(() => view.requestAnimationFrame(resolve)));
  const all = () => [...page.querySelectorAll<HTMLElement>('.calls-summary fieldset button')];
  for (let tries = 0; tries < 1_000 && all().length === 0; tries += 1) await frames();
  const [first, ...others] = all();
  const summary = first?.closest('.calls-summary');
  if (!first || !summary) throw new Error(`${page.URL} counts no calls.`);
  const found = all().flatMap(({ title, textContent }) =>
    title === textContent ? [] : [`${textContent} has the title ${title}`],
  );
  for (const each of others) each.remove();
  const show = (button: HTMLElement, kind: string) => {
    button.dataset.room = kind.replace('{count}', '88');
    button.textContent = kind.replace('{count}', '27');
  };
  const isNumberSeen = (button: HTMLElement) => {
    const [text] = button.childNodes;
    const at = button.textContent?.search(/\d/) ?? -1;
    if (!text || at < 0) return false;
    const range = page.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 2);
    const { left, right } = range.getBoundingClientRect();
    const box = button.getBoundingClientRect();
    const room = summary.getBoundingClientRect();
    return left >= box.left && right <= box.right && box.left >= room.left && box.right <= room.right;
  };
  for (const width of widths) {
    frame.style.width = `${width}px`;
    const buttons: HTMLElement[] = [];
    const heights = new Set<number>();
    for (const kind of kinds) {
      const button: HTMLElement = buttons.length === 0 ? first : (first.cloneNode() as HTMLElement);
      show(button, kind);
      if (button !== first) buttons.at(-1)?.after(button);
      buttons.push(button);
      await frames();
      heights.add(summary.getBoundingClientRect().height);
    }
    if (heights.size > 1) found.push(`${width}: ${[...heights].join(' px, ')} px tall`);
    for (const button of buttons)
      if (!isNumberSeen(button)) found.push(`${width}: no number of ${button.textContent}`);
    for (const button of buttons.slice(1)) button.remove();
  }
  return found;
}
