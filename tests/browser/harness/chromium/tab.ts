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
    await eventually('the side panel to close', async () => {
      const open = this.#browser.sidePanels();
      const answers = await Promise.all(open.map(closePanelAt));
      const left = this.#browser.sidePanels();
      if (left.length === 0) return { done: { value: undefined } };
      const stayed = left.filter((target) => open.includes(target)).length;
      return { seen: `${left.length} of them, ${stayed} of which did not close: ${answers.join(', ')}` };
    });
  }
}

/**
 * Asks a side panel to close, as its own script can. Returns what it answered. Over a session of its own:
 * puppeteer waits without end for a page that goes while it gets to know it.
 */
async function closePanelAt(target: Target): Promise<string> {
  const session = await target.createCDPSession();
  const answer = await session
    .send('Runtime.evaluate', { expression: 'window.close()' })
    .then(() => 'it was asked', String);
  // A document that hears nothing any more is closed by the browser. Mostly it is gone already.
  const closed = await session.send('Page.close').then(() => 'the browser was asked', String);
  return `${answer}, ${closed}`;
}
