/** How much of something is in sight: between the header and the lower edge, and not behind anything. */
interface Sight {
  top: number;
  bottom: number;
  isInSight: boolean;
}

/**
 * In the page that `showFramed` has shown: waits for the first element and looks for each of the others.
 * Self-contained, too.
 */
export async function lookFor(first: string, selectors: readonly string[]): Promise<boolean[]> {
  const { contentDocument: page, contentWindow: view } = document.querySelector('iframe') ?? {};
  if (!page || !view) throw new Error('No page is shown.');
  const frames = () =>
    new Promise((resolve) => view.requestAnimationFrame(() => view.requestAnimationFrame(resolve)));
  for (let tries = 0; tries < 1_000 && !page.querySelector(first); tries += 1) await frames();
  await frames();
  return selectors.map((selector) => {
    const element = page.querySelector(selector);
    if (!element) throw new Error(`Nothing matches ${selector}: ${page.body.innerText}`);
    const { top, bottom, left } = element.getBoundingClientRect();
    const met = page.elementFromPoint(left + 4, (top + bottom) / 2);
    return met !== null && element.contains(met);
  });
}

/**
 * In the page that `showFramed` has shown: opens *Many*, enters this many rooms, scrolls to *Dial all* as a
 * person does, and presses it; returns where the progress and *Stop* are then, and where *Stop* is with the
 * last row in sight.
 * Self-contained: it is carried into the page as text.
 */
export async function dialRooms(count: number): Promise<Record<string, Sight>> {
  const { contentDocument: page, contentWindow: view } = document.querySelector('iframe') ?? {};
  if (!page || !view) throw new Error('No page is shown.');
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
  const lookAt = async (selector: string): Promise<Sight> => {
    const element = await find(selector);
    const { top, bottom, left } = element.getBoundingClientRect();
    const met = page.elementFromPoint(left + 4, (top + bottom) / 2);
    return { top, bottom, isInSight: met !== null && element.contains(met) };
  };
  (await find('#tab-many')).click();
  const lines = await find('#list-lines');
  Reflect.set(lines, 'value', Array.from({ length: count }, (_, at) => `room-${at}@example.com`).join('\n'));
  lines.dispatchEvent(new Event('input', { bubbles: true }));
  await frames();
  const dialAll = await find('.lists button[type="submit"]');
  dialAll.scrollIntoView({ block: 'center' });
  dialAll.click();
  await find('.lists table');
  await frames();
  const sights = { progress: await lookAt('#list-progress'), stop: await lookAt('.run-head button') };
  page.querySelector('.lists tr:last-child')?.scrollIntoView({ block: 'end' });
  await frames();
  return { ...sights, later: await lookAt('.run-head button') };
}

/**
 * After `dialRooms`, where there is little room: pauses, which takes some lines to say; returns where *Stop*
 * and the first result were before and are then. Self-contained, too.
 */
export async function pauseInNarrow(width: number): Promise<{ before: number[]; after: number[] }> {
  const frame = document.querySelector('iframe');
  const { contentDocument: page, contentWindow: view } = frame ?? {};
  if (!frame || !page || !view) throw new Error('No page is shown.');
  const frames = () =>
    new Promise((resolve) => view.requestAnimationFrame(() => view.requestAnimationFrame(resolve)));
  frame.style.width = `${width}px`;
  view.scrollTo(0, 0);
  await frames();
  const boxes = () =>
    [...page.querySelectorAll('.run-head button, .lists tbody tr:first-child')].map(
      (each) => each.getBoundingClientRect().top,
    );
  const before = boxes();
  page.querySelector<HTMLElement>('.run-head button')?.click();
  for (let tries = 0; tries < 1_000 && !/Paused/.test(page.body.innerText); tries += 1) await frames();
  if (!/Paused/.test(page.body.innerText)) throw new Error('It is not paused.');
  return { before, after: boxes() };
}
