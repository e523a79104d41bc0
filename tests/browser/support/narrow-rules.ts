import type { PreviewStep } from '../../../panel/preview/preview-view';

/** What is wrong with a view at a width, in words. */
interface NarrowFault {
  width: number;
  faults: string[];
}

/**
 * Looks at the page that `showFramed` has shown, at several widths: nothing stands outside of it, nothing is
 * cut off, no menu is alone on its line, and no word is broken but those that are longer than anybody could
 * show. What matches `passedOver` may be cut. Self-contained: it is carried into the page as text.
 */
export async function lookNarrow(
  steps: readonly PreviewStep[],
  widths: readonly number[],
  passedOver = ':not(*)',
): Promise<NarrowFault[]> {
  const frame = document.querySelector('iframe');
  const { contentDocument: page, contentWindow: view } = frame ?? {};
  if (!frame || !page || !view) throw new Error('No page is shown.');
  const frames = () =>
    new Promise((resolve) => view.requestAnimationFrame(() => view.requestAnimationFrame(resolve)));
  const find = async (selector: string): Promise<HTMLElement> => {
    for (let tries = 0; tries < 1_000; tries += 1) {
      const found = page.querySelector<HTMLElement>(selector);
      if (found) return found;
      await frames();
    }
    throw new Error(`Nothing matches ${selector} on ${page.URL}.`);
  };
  await find('main');
  for (const [action, selector, text = ''] of steps) {
    const element = await find(action === 'click' ? `${selector}:not(:disabled)` : selector);
    if (action === 'click') element.click();
    if (action === 'fill' || action === 'select') {
      Reflect.set(element, 'value', text);
      if (action === 'fill') element.dispatchEvent(new Event('input', { bubbles: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
    }
    if (action === 'file') {
      const files = new DataTransfer();
      files.items.add(new File([text], 'file.json'));
      Reflect.set(element, 'files', files.files);
      element.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await frames();
  }

  const named = (element: Element) =>
    `<${element.localName} class="${element.className}"> ${(element.textContent ?? '').trim().slice(0, 60)}`;
  const isClipped = (element: Element) => {
    for (let each: Element | null = element; each; each = each.parentElement)
      if (view.getComputedStyle(each).clipPath === 'inset(50%)') return true;
    return false;
  };
  const isSeen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.closest('option') &&
    !isClipped(element);
  const scrolls = (element: Element) => {
    for (let each: Element | null = element; each; each = each.parentElement)
      if (['auto', 'scroll'].includes(view.getComputedStyle(each).overflowX) && each !== page.documentElement)
        return true;
    return false;
  };
  /** The dock shows all words of its state or none: those wrap as a whole below what is seen of it. */
  const isBelowItsBox = (element: Element) => {
    if (!element.matches('.dock-panel .bar > [role="status"]')) return false;
    const words = page.createRange();
    words.selectNodeContents(element);
    return words.getBoundingClientRect().top >= element.getBoundingClientRect().bottom - 0.5;
  };
  const look = (width: number): string[] => {
    const faults: string[] = [];
    const root = page.documentElement;
    if (root.scrollWidth > width) faults.push(`the page scrolls sideways: ${root.scrollWidth} px`);
    const all = [...page.body.querySelectorAll<HTMLElement>('*')].filter(
      (each) => isSeen(each) && !scrolls(each),
    );
    for (const element of all) {
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (!hasText && !element.matches('button, input, select, textarea, summary, a')) continue;
      const { left, right } = element.getBoundingClientRect();
      if (left < -0.5 || right > width + 0.5)
        faults.push(`outside, from ${left} to ${right}: ${named(element)}`);
      const { overflowX, textOverflow } = view.getComputedStyle(element);
      const isCut =
        ['hidden', 'clip'].includes(overflowX) &&
        element.scrollWidth > element.clientWidth + 1 &&
        !isBelowItsBox(element);
      // One line with an ellipsis, or facts that leave the line as a whole. The title has all of it.
      const isWhole =
        (element.matches('.call .facts') ||
          (element.matches('.alias, .call *, .calls-summary button') && textOverflow === 'ellipsis')) &&
        element.closest<HTMLElement>('[title]')?.title.includes(element.textContent ?? '');
      if (isCut && !isWhole && !element.matches(`input, select, textarea, ${passedOver}`))
        faults.push(`cut off: ${named(element)}`);
    }
    // A menu is found beside what it belongs to: the button of a person, and the panel's state.
    // The bar of the dock has no room for the alias; `lookAtBar` looks at that.
    for (const menu of all.filter((each) => each.matches('.person-more, .more-menu'))) {
      const beside = menu.matches('.more-menu')
        ? width >= 320 && !menu.closest('.dock-panel') && menu.parentElement?.querySelector('p.alias')
        : menu.previousElementSibling;
      if (!beside) continue;
      const { top, bottom } = beside.getBoundingClientRect();
      const { top: from, bottom: to } = menu.getBoundingClientRect();
      if (from >= bottom || to <= top) faults.push(`alone on its line: ${named(menu)}`);
    }
    const walker = page.createTreeWalker(page.body, 4);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || !isSeen(parent) || parent.closest('textarea, select, script, style, pre, code'))
        continue;
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(
        /\{\w+\}|[\p{L}\p{M}’']{2,}(?![^\s,.;:!?…)”»]*[@/_=])/gu,
      )) {
        const before = (node.textContent ?? '').slice(0, index).match(/\S*$/)?.[0] ?? '';
        // An address breaks where it must, and not in a placeholder.
        if (/[@/_=.:]/.test(before) && !word.startsWith('{')) continue;
        const range = page.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1)
          faults.push(
            `broken word ${word} (${Math.round(parent.getBoundingClientRect().width)} px): ${named(parent)}`,
          );
      }
    }
    return [...new Set(faults)];
  };
  const result: NarrowFault[] = [];
  for (const width of widths) {
    frame.style.width = `${width}px`;
    await frames();
    const faults = look(width);
    if (faults.length > 0) result.push({ width, faults });
  }
  return result;
}
