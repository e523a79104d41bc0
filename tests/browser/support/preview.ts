import type { ConsoleMessage, Page } from 'puppeteer-core';
import { listen } from '../../../meeting/server/listen';
import { sendFile } from '../../../meeting/server/static-files';
import type { PreviewStep, PreviewView } from '../../../panel/preview/preview-view';
import { WAIT_MS } from '../../limits';

/** Serves the panel's page without an extension on this machine, from the folder that it was built into. */
export async function servePreview(folder: string): Promise<{ base: string; close(): Promise<void> }> {
  const server = await listen(
    ({ url = '/' }, response) => sendFile(response, folder, new URL(url, 'http://preview').pathname.slice(1)),
    0,
    '127.0.0.1',
  );
  return {
    base: `http://127.0.0.1:${server.port}/`,
    close: () => server.close(),
  };
}

/** Shows one view in `page`, with everything in it loaded. */
export async function showView(page: Page, base: string, view: PreviewView, language = 'en'): Promise<void> {
  page.setDefaultTimeout(WAIT_MS);
  const query = new URLSearchParams({
    language,
    state: view.state,
    ...(view.stored && { stored: view.stored }),
  });
  const heard: string[] = [];
  const thrown: string[] = [];
  const onError = (error: unknown) => thrown.push(String(error));
  const onConsole = (message: ConsoleMessage) => heard.push(`${message.type()}: ${message.text()}`);
  page.on('pageerror', onError).on('console', onConsole);
  let doing = 'its load';
  try {
    await page.goto(`${base}preview/preview.html?${query}`, { waitUntil: 'load' });
    await page.waitForSelector('main');
    for (const step of view.steps ?? []) {
      doing = step.join(' ');
      const said = await takeStep(page, step);
      if (said) heard.push(said);
    }
    doing = 'the rest of what it loads';
    // Views and the numbering plans are loaded when they are first needed.
    await page.waitForNetworkIdle({ idleTime: 100 });
    await page.evaluate(bringAll);
    const last = view.steps?.at(-1);
    if (last?.[0] === 'wait' && !(await page.$(last[1]))) throw new Error(`${last[1]} has gone again.`);
    if (thrown.length > 0) throw new Error('Something was thrown in the page.');
  } catch (error) {
    const shown = await page.evaluate(() => document.body.innerText).catch(String);
    const lines = [
      `The view ${view.name} failed at ${doing}: ${String(error)}`,
      ...thrown,
      ...heard,
      'It shows:',
      shown,
    ];
    throw new Error(lines.join('\n'), { cause: error });
  } finally {
    page.off('pageerror', onError).off('console', onConsole);
  }
}

/** Resolves with what is worth knowing of the step if a later one fails. */
async function takeStep(page: Page, step: PreviewStep): Promise<string | undefined> {
  const [kind, selector, value = ''] = step;
  if (kind === 'fill') await page.locator(selector).fill(value);
  else if (kind === 'select') await page.select(selector, value);
  else if (kind === 'file') await page.evaluate(pickFile, selector, value);
  else if (kind === 'wait') await page.waitForSelector(selector);
  else return (await page.waitForSelector(`${selector}:not(:disabled)`, { visible: true }))?.evaluate(press);
  return undefined;
}

/**
 * Runs in the page, and in a script that tsx has compiled as well, which puts a helper of its own into named
 * functions within this one: presses what is there. What a press of the mouse meets is not of interest here.
 */
function press(element: Element): string {
  const [found] = element.outerHTML.split('>');
  if (!(element instanceof HTMLElement)) return `${found}> can't be pressed`;
  const heard: Event[] = [];
  // As with the mouse: some fields are checked when they are left.
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && !element.contains(activeElement)) activeElement.blur();
  element.addEventListener('click', (event) => heard.push(event), { once: true });
  element.click();
  return `${found}> ${heard.length > 0 ? 'has heard' : 'has not heard'} a press`;
}

/**
 * Runs in the page: brings what comes only after a moment, and keeps what would leave after one. What goes
 * round and round never ends.
 */
async function bringAll(): Promise<void> {
  const animations = document.getAnimations();
  const leaving = animations.filter(
    ({ effect }) => effect instanceof KeyframeEffect && effect.getKeyframes().at(-1)?.opacity === '0',
  );
  for (const animation of leaving) animation.pause();
  const ending = animations.filter(
    (animation) =>
      !leaving.includes(animation) &&
      animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY,
  );
  for (const animation of ending) animation.finish();
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

/** Runs in the page: chooses a file of this text in a field. */
function pickFile(selector: string, text: string): void {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (!field) throw new Error(`${selector} matches no field.`);
  const files = new DataTransfer();
  files.items.add(new File([text], 'file.json'));
  field.files = files.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
