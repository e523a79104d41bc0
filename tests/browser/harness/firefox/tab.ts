import { WAIT_MS } from '../../../limits';
import type { Tab } from '../browser-under-test';
import { eventually } from '../eventually';
import { load, removeTab, selectTab } from './chrome-tabs';
import { hideSidebar, iconPoint, sidebarContent } from './chrome-toolbar';
import { FirefoxSurface } from './surface';

/** A tab of Firefox. */
export class FirefoxTab extends FirefoxSurface implements Tab {
  async navigate(url: string): Promise<void> {
    await this.firefox.enterWindowOf(this.path.browserId);
    await this.firefox.inChrome(load, this.path.browserId, url, WAIT_MS);
  }

  async reload(): Promise<void> {
    await this.firefox.enterWindowOf(this.path.browserId);
    await this.firefox.inChrome(load, this.path.browserId, null, WAIT_MS);
  }

  async bringToFront(): Promise<void> {
    await this.firefox.enterWindowOf(this.path.browserId);
    await this.firefox.inChrome(selectTab, this.path.browserId);
  }

  async close(): Promise<void> {
    // From the first window: another one goes with its last tab, and whatever was to answer there.
    await this.firefox.enterWindowOf();
    await this.firefox.inChrome(removeTab, this.path.browserId);
  }

  async touch(x: number, y: number): Promise<() => Promise<void>> {
    await this.bringToFront();
    const url = await this.evaluate(() => location.href);
    await this.firefox.input.putFinger(url, { x: Math.round(x), y: Math.round(y) });
    return () => this.firefox.input.liftFinger();
  }

  async pressIcon(): Promise<FirefoxSurface> {
    const { firefox } = this;
    const { extensionId } = firefox;
    if (!extensionId) throw new Error('No extension: give launchFirefox an extensionDir.');
    await this.bringToFront();
    const icon = await eventually('the extension’s icon on the toolbar', async () => {
      const value = await firefox.inChrome(iconPoint, extensionId);
      return value ? { done: { value } } : {};
    });
    await firefox.input.click(icon);
    return eventually('the sidebar to show after a press of the toolbar icon', async () => {
      const content = await firefox.inChrome(sidebarContent);
      if (!content?.url.includes('/sidepanel.html')) return { seen: content?.url ?? 'no sidebar' };
      const sidebar = new FirefoxSurface(firefox, { browserId: content.browserId, selectors: [] });
      const state = await sidebar.evaluate(() => document.readyState);
      return state === 'complete' ? { done: { value: sidebar } } : { seen: `a document that is ${state}` };
    });
  }

  async closePanel(): Promise<void> {
    await this.firefox.inChrome(hideSidebar);
    await eventually('the sidebar to close', async () => {
      const content = await this.firefox.inChrome(sidebarContent);
      return content ? { seen: content.url } : { done: { value: undefined } };
    });
  }
}
