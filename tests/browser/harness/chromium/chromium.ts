import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { Browser, Target } from 'puppeteer-core';
import type { BrowserUnderTest } from '../browser-under-test';
import { eventually } from '../eventually';
import type { Surface } from '../surface';
import { backgroundsOf, untilItListens } from './background';
import { ChromiumTab } from './tab';

/** Chromium. Special tests may use what puppeteer offers beyond `BrowserUnderTest`. */
export class ChromiumUnderTest implements BrowserUnderTest {
  readonly name = 'chromium';
  readonly #tabs = new Set<Target>();
  readonly #leave: () => Promise<void>;

  constructor(
    readonly browser: Browser,
    leave: () => Promise<void>,
    /** The id in `chrome-extension://<id>/`; undefined when the browser was started bare. */
    readonly extensionId: string | undefined,
    readonly downloadDir: string,
  ) {
    this.#leave = leave;
  }

  async open(url: string): Promise<ChromiumTab> {
    const page = await this.browser.newPage();
    this.#tabs.add(page.target());
    const tab = new ChromiumTab(page, this);
    await tab.navigate(url);
    return tab;
  }

  async ownTab(page: string): Promise<ChromiumTab> {
    const address = new URL(page, `chrome-extension://${this.extensionId}/`).href;
    const target = await eventually(`a tab on ${address}`, async () => {
      // Where one of our tabs has just gone elsewhere, puppeteer may not have heard of it yet.
      const targets = this.browser.targets().filter((each) => !this.#tabs.has(each));
      const found = targets.find((each) => each.url().replace(/#.*/, '') === address);
      if (found) return { done: { value: found } };
      return { seen: `these targets: ${targets.map((each) => `${each.type()} ${each.url()}`).join(', ')}` };
    });
    const tab = new ChromiumTab(await target.asPage(), this);
    if (address.startsWith('chrome-extension:'))
      // A target has its address before the document that it had first is gone.
      await tab.waitFor(address, () => location.protocol !== 'about:' && document.readyState === 'complete');
    // Puppeteer loses frames of other processes that are there, or come, while it attaches, and waits for
    // them for ever.
    else await tab.reload();
    return tab;
  }

  /** Side panels are targets like tabs, but none that we opened. */
  sidePanels(): Target[] {
    return this.browser
      .targets()
      .filter((target) => !this.#tabs.has(target))
      .filter((target) => target.url().startsWith(`chrome-extension://${this.extensionId}/sidepanel.html`));
  }

  async updateExtension(folder: string): Promise<void> {
    const before = backgroundsOf(this.browser, this.extensionId);
    await this.browser.installExtension(resolve(folder));
    await untilItListens(this.browser, this.extensionId, before);
  }

  /**
   * Has the extension's background hear an event with the tab in front, from its own listeners on as the
   * browser would: for those that come from the window system, such as keys of commands and native menus. It
   * comes with a user gesture, which a message brings along from `page`, one of the extension's own.
   */
  async fire(event: string, data: unknown, page: Surface): Promise<void> {
    // One key for all attempts, so that one press is one event.
    const key = randomUUID();
    const listen = `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => {
      if (globalThis.awaited === '${key}') return true;
      globalThis.awaited = '${key}';
      const press = (message) => {
        if (message !== '${key}') return;
        chrome.runtime.onMessage.removeListener(press);
        chrome.${event}.dispatch(${JSON.stringify(data)}, tab);
      };
      chrome.runtime.onMessage.addListener(press);
      return true;
    })`;
    // On a busy machine one that was just woken is not listed yet.
    await eventually('a background that hears the event', async () => {
      await page.evaluate(tellBackground, 'wake');
      const isListening = (await this.#inBackground(listen)) === true;
      return isListening ? { done: { value: undefined } } : { seen: 'it is asleep' };
    });
    await page.evaluate(tellBackground, key);
  }

  async endBackground(): Promise<void> {
    // Something may wake another at once, even under the same target: that one does not bear the mark of the
    // first. On a busy machine one that was just woken is not listed yet.
    await eventually('a background that can be ended', async () => {
      const isMarked = (await this.#inBackground('globalThis.isDoomed = true')) === true;
      return isMarked ? { done: { value: undefined } } : { seen: 'it is asleep' };
    });
    const [page] = await this.browser.pages();
    const session = await page?.createCDPSession();
    // Not by closing its target: Chromium lets it run on, one time in a hundred.
    await session?.send('ServiceWorker.enable');
    await eventually('the end of the background', async () => {
      await session?.send('ServiceWorker.stopAllWorkers');
      const isDoomed = (await this.#inBackground('globalThis.isDoomed')) === true;
      return isDoomed ? { seen: 'it runs' } : { done: { value: undefined } };
    });
    await session?.detach();
  }

  /**
   * Evaluates an expression in the background; `undefined` without one. Nothing stays attached, or it would
   * live on.
   */
  async #inBackground(expression: string): Promise<unknown> {
    const [background] = backgroundsOf(this.browser, this.extensionId);
    const session = await background?.createCDPSession();
    if (!session) return undefined;
    try {
      return (await session.send('Runtime.evaluate', { expression, awaitPromise: true })).result.value;
    } finally {
      await session.detach().catch(() => undefined);
    }
  }

  close(): Promise<void> {
    return this.#leave();
  }
}

/**
 * Runs in a page of the extension. Nobody answers a message that nobody knows, and that is an error; but it
 * is heard.
 */
async function tellBackground(message: string): Promise<void> {
  const { runtime } = Reflect.get(globalThis, 'chrome') as {
    runtime: { sendMessage(data: string): Promise<unknown> };
  };
  await runtime.sendMessage(message).catch(() => undefined);
}
