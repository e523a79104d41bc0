import type { Browser, CDPSession, Page, Target } from 'puppeteer-core';
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

  async touch(x: number, y: number): Promise<() => Promise<void>> {
    const finger = await this.page.touchscreen.touchStart(x, y);
    return () => finger.end();
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
      // One that is asked while it closes may stay for good.
      const close = looks < 5 ? askToClose : closeByBrowser;
      looks += 1;
      const answers = await Promise.all(open.map(close));
      const left = this.#browser.sidePanels();
      if (left.length === 0) return { done: { value: undefined } };
      const stayed = left.filter((target) => open.includes(target)).length;
      return { seen: `${left.length} of them, ${stayed} of which did not close: ${answers.join(', ')}` };
    });
  }
}

/** Asks a side panel to close, as its own script can. */
async function askToClose(target: Target): Promise<string> {
  return evaluateIn(await target.createCDPSession(), 'window.close()');
}

const CLOSE_EVERYWHERE = `(async () => {
  const [{ id, windowId }] = await chrome.tabs.query({ active: true, currentWindow: true });
  const places = [{ tabId: id }, { windowId }];
  const closed = await Promise.allSettled(places.map((place) => chrome.sidePanel.close(place)));
  return closed.map(({ status, reason }) => reason?.message ?? status).join(', ');
})()`;

/** Has the browser close a side panel: its own script may hear nothing any more. */
async function closeByBrowser(target: Target): Promise<string> {
  const session = await target.createCDPSession();
  const answer = await evaluateIn(session, CLOSE_EVERYWHERE);
  return `${answer}, ${await session.send('Page.close').then(() => 'the browser was asked', String)}`;
}

/** Over a session of its own: puppeteer waits without end for a page that goes while it gets to know it. */
const evaluateIn = (session: CDPSession, expression: string): Promise<string> =>
  session
    .send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    .then(({ result }) => String(result.value ?? result.description ?? 'it was asked'), String);
