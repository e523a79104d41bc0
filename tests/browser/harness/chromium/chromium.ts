import type { Browser, Target } from 'puppeteer-core';
import type { BrowserUnderTest } from '../browser';
import type { Watchdog } from '../watchdog';
import { ChromiumTab } from './tab';

/** Chromium. Special tests may use what puppeteer offers beyond `BrowserUnderTest`. */
export class ChromiumUnderTest implements BrowserUnderTest {
  readonly name = 'chromium';
  readonly #tabs = new Set<Target>();
  readonly #watchdog: Watchdog;

  constructor(
    readonly browser: Browser,
    watchdog: Watchdog,
    /** The id in `chrome-extension://<id>/`; undefined when the browser was started bare. */
    readonly extensionId: string | undefined,
  ) {
    this.#watchdog = watchdog;
  }

  async open(url: string): Promise<ChromiumTab> {
    const page = await this.browser.newPage();
    this.#tabs.add(page.target());
    const tab = new ChromiumTab(page, this);
    await tab.navigate(url);
    return tab;
  }

  /** Side panels are targets like tabs, but none that we opened. */
  sidePanels(): Target[] {
    return this.browser
      .targets()
      .filter((target) => !this.#tabs.has(target))
      .filter((target) => target.url().startsWith(`chrome-extension://${this.extensionId}/sidepanel.html`));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.#watchdog.release();
  }
}
