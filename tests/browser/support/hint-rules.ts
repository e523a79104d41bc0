/**
 * Enters destinations in the panel that `showFramed` has shown, at several widths: returns where the hint
 * about one moves Dial, or is cut without a way to see all of it. Self-contained: it is carried into the page
 * as text.
 */
export async function lookAtHints(
  widths: readonly number[],
  destinations: readonly string[],
): Promise<string[]> {
  const frame = document.querySelector('iframe');
  const { contentDocument: page, contentWindow: view } = frame ?? {};
  if (!frame || !page || !view) throw new Error('No page is shown.');
  const frames = () =>
    new Promise((resolve) => view.requestAnimationFrame(() => view.requestAnimationFrame(resolve)));
  const until = async (what: string, isSo: () => unknown) => {
    for (let tries = 0; tries < 1_000 && !isSo(); tries += 1) await frames();
    if (!isSo()) throw new Error(`${page.URL} never has ${what}.`);
    await frames();
  };
  const find = <T extends Element>(selector: string) => page.querySelector<T>(selector);
  const hint = () => find<HTMLElement>('.destination-hint');
  const top = () => find('button[type="submit"]')?.getBoundingClientRect().top;
  const enter = (text: string) => {
    const field = find<HTMLInputElement>('#dial-destination');
    if (!field) throw new Error(`${page.URL} has no destination.`);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  await until('a form', () => find('#dial-destination') && find('.calls'));
  const found: string[] = [];
  for (const width of widths) {
    frame.style.width = `${width}px`;
    for (const destination of destinations) {
      enter('');
      await until('no hint', () => !hint());
      const before = top();
      enter(destination);
      await until(`a hint about ${destination}`, hint);
      const at = `${width}, ${destination}`;
      if (top() !== before) found.push(`${at}: Dial moves from ${before} to ${top()}`);
      const text = find<HTMLElement>('.destination-hint .help');
      const isCut = text !== null && text.scrollHeight > text.clientHeight + 1;
      const showAll = find<HTMLButtonElement>('.show-all');
      if (isCut && !showAll?.checkVisibility()) found.push(`${at}: cut, and nothing shows all`);
      if (!showAll?.checkVisibility()) continue;
      showAll.click();
      await until('all of it', () => !find('.show-all'));
      if (text && text.scrollHeight > text.clientHeight + 1) found.push(`${at}: still cut`);
      // It is opened for this time only.
      const whole = text?.textContent;
      enter('another@example.com');
      await until('another hint', () => hint()?.textContent?.includes('another'));
      enter(destination);
      await until('the hint again', () => text?.textContent === whole);
      if (top() !== before) found.push(`${at}: Dial moves when it arrives again`);
    }
  }
  return found;
}
