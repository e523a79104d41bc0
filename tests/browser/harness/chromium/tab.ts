import type { Browser, Page, Target } from 'puppeteer-core';
import { WAIT_MS } from '../../../limits';
import type { Tab } from '../browser-under-test';
import { eventually } from '../eventually';
import { ChromiumSurface } from './surface';

/** The browser around a tab. */
interface Chromium {
  readonly browser: Browser;
  readonly extensionId: string | undefined;
  sidePanels(): Target[];
}

/** A tab of Chromium. `page` is puppeteer's. */
export class ChromiumTab extends ChromiumSurface implements Tab {
  readonly #browser: Chromium;

  constructor(page: Page, browser: Chromium) {
    super(page);
    this.#browser = browser;
  }

  async navigate(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'load', timeout: WAIT_MS });
  }

  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'load', timeout: WAIT_MS });
  }

  async bringToFront(): Promise<void> {
    await this.page.bringToFront();
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  async pressIcon(): Promise<ChromiumSurface> {
    const { browser, extensionId } = this.#browser;
    const extension = extensionId && (await browser.extensions()).get(extensionId);
    if (!extension) throw new Error('No extension: give launchChromium an extensionDir.');
    await this.page.bringToFront();
    await this.page.triggerExtensionAction(extension);
    return eventually('the side panel to show after a press of the toolbar icon', async () => {
      for (const target of this.#browser.sidePanels()) {
        const panel = new ChromiumSurface(await target.asPage());
        // With one panel per tab, those of other tabs live on, hidden.
        const shown = await panel.evaluate(
          () => document.visibilityState === 'visible' && document.readyState === 'complete',
        );
        if (shown) return { done: { value: panel } };
      }
      const urls = browser.targets().map((target) => `${target.type()} ${target.url()}`);
      return { seen: `these targets: ${urls.join(', ')}` };
    });
  }

  async closePanel(): Promise<void> {
    let looks = 0;
    await eventually('the side panel to close', async () => {
      const open = this.#browser.sidePanels();
      // One that does not go by itself is closed by the browser: its own way takes longer than a moment.
      const close = looks < 5 ? CLOSE : CLOSE_BY_BROWSER;
      looks += 1;
      const answers = await Promise.all(open.map((target) => runIn(target, close)));
      const left = this.#browser.sidePanels();
      if (left.length === 0) return { done: { value: undefined } };
      const stayed = left.filter((target) => open.includes(target)).length;
      return { seen: `${left.length} of them, ${stayed} of which did not close: ${answers.join(', ')}` };
    });
  }
}

/** As the panel's own script can. */
const CLOSE = 'window.close()';
const CLOSE_BY_BROWSER = `(async () => {
  const [{ id, windowId }] = await chrome.tabs.query({ active: true, currentWindow: true });
  const places = [{ tabId: id }, { windowId }];
  const closed = await Promise.allSettled(places.map((place) => chrome.sidePanel.close(place)));
  window.close();
  return closed.map(({ status, reason }) => reason?.message ?? status).join(', ');
})()`;

/**
 * Runs a script in a side panel. Over a session of its own: puppeteer waits without end for a page that goes
 * while it gets to know it.
 */
async function runIn(target: Target, expression: string): Promise<string> {
  const session = await target.createCDPSession();
  const answer = await session
    .send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    .then(({ result }) => String(result.value ?? result.description), String);
  if (expression === CLOSE) return answer;
  // A document that hears nothing any more.
  return `${answer}, ${await session.send('Page.close').then(() => 'the browser was asked', String)}`;
}
