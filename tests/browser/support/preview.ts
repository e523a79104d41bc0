import type { Page } from 'puppeteer-core';
import { listen } from '../../../meeting/server/listen';
import { sendFile } from '../../../meeting/server/static-files';
import type { PreviewView } from '../../../panel/preview/preview-view';
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
  await page.goto(`${base}preview/preview.html?${query}`, { waitUntil: 'load' });
  await page.waitForSelector('main');
  for (const step of view.steps ?? []) {
    const locator = page.locator(step[1]);
    if (step[0] === 'click') await locator.click();
    else if (step[0] === 'fill') await locator.fill(step[2]);
    else if (step[0] === 'select') await page.select(step[1], step[2]);
    else if (step[0] === 'file') await page.evaluate(pickFile, step[1], step[2]);
    else await page.waitForSelector(step[1]);
  }
  // Views and the numbering plans are loaded when they are first needed.
  await page.waitForNetworkIdle({ idleTime: 100 });
  await page.evaluate(bringAll);
}

/** Runs in the page: brings what comes only after a moment. What goes round and round never ends. */
async function bringAll(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
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
