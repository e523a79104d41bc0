/** A label of a state, and the time beside it if there is one. */
export type StateShown = readonly [label: string, elapsed?: string];

/**
 * Looks at the calls of the page that `showFramed` has shown, at several widths: each row without a sentence
 * is as tall as one line and shows all of its state, whatever that is. What is cut or left out is in the
 * title. A long destination and a long name share the room. Self-contained: it is carried into the page as
 * text.
 */
export async function lookAtRows(
  widths: readonly number[],
  states: readonly StateShown[],
): Promise<{ ordinary: number; faults: string[] }> {
  const frame = document.querySelector('iframe');
  const { contentDocument: page, contentWindow: view } = frame ?? {};
  if (!frame || !page || !view) throw new Error('No page is shown.');
  const frames = () =>
    new Promise((resolve) => view.requestAnimationFrame(() => view.requestAnimationFrame(resolve)));
  for (let tries = 0; tries < 1_000 && !page.querySelector('.call'); tries += 1) await frames();
  const rows = [...page.querySelectorAll<HTMLElement>('.call')].filter(
    (row) =>
      !row.querySelector('.why') &&
      row.querySelectorAll('button.small').length < 2 &&
      ![...row.querySelectorAll('.hint, .error')].some(({ textContent }) => textContent),
  );
  const faults = new Set<string>();
  const isPartlyShown = (facts: Element) => {
    const words = page.createRange();
    words.selectNodeContents(facts);
    const { left, right, top } = words.getBoundingClientRect();
    const box = facts.getBoundingClientRect();
    return top < box.bottom - 1 && (left < box.left - 0.5 || right > box.right + 0.5);
  };
  const look = (where: string) => {
    for (const row of rows) {
      const named = `${where}: ${row.textContent}`;
      const { height } = row.getBoundingClientRect();
      const line = Number.parseFloat(view.getComputedStyle(row).minHeight);
      if (Math.round(height) !== Math.round(line)) faults.add(`${height} px tall, ${named}`);
      const state = row.querySelector('.state');
      if (!state || state.scrollWidth > state.clientWidth) faults.add(`state cut off, ${named}`);
      const who = row.querySelector<HTMLElement>('.who');
      const parts = [...row.querySelectorAll('bdi, .facts')];
      if (parts.some(({ textContent }) => !who?.title.includes(textContent ?? '')))
        faults.add(`title, ${named}`);
      const facts = row.querySelector('.facts');
      if (facts && isPartlyShown(facts)) faults.add(`part of the facts, ${named}`);
    }
  };
  const lookAtNames = (where: string) => {
    for (const row of rows) {
      const [destination, name] = ['.destination', '.name'].map((part) => row.querySelector(part));
      if (!destination || !name) continue;
      const before = [destination.textContent ?? '', name.textContent ?? ''];
      destination.textContent = 'reception.building-seven.third-floor@video.engineering.example.com';
      for (name.textContent of ['The Reception on the Third Floor', 'Bo']) {
        const [long, other] = [destination, name].map((part) => part.getBoundingClientRect().width);
        const least = Math.min(name.scrollWidth - 1, 0.6 * Number(long));
        if (Number(long) < Number(other) || Number(other) < least)
          faults.add(`${where}: ${long} px of a destination beside ${other} px of ${name.textContent}`);
      }
      [destination.textContent = '', name.textContent = ''] = before;
    }
  };
  for (const width of widths) {
    frame.style.width = `${width}px`;
    await frames();
    // Beside its scrollbar, the page is as wide as that.
    frame.style.width = `${2 * width - page.documentElement.clientWidth}px`;
    await frames();
    lookAtNames(`${width} px`);
    const [row] = rows.filter((each) => each.querySelector('.elapsed'));
    const [state, elapsed] = ['.state', '.elapsed'].map((part) => row?.querySelector(part));
    if (!row || !state || !elapsed) {
      if (states.length > 0) throw new Error('No call has a time.');
      look(`${width} px`);
      continue;
    }
    const before = [state.textContent, elapsed.textContent];
    for (const [label, time] of [...states, before]) {
      state.textContent = label ?? '';
      elapsed.textContent = time ?? '';
      elapsed.toggleAttribute('hidden', !time);
      look(`${width} px`);
    }
  }
  return { ordinary: rows.length, faults: [...faults] };
}
