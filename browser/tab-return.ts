import { browser } from './browser';
import { patternOf } from './host-pattern';
import { injectWithParts } from './inject';
import { onTabMemory, readTab } from './tab-memory';

/** The tab in front of this window, if its page was loaded again and the extension was not let in. */
let front: { tabId: number; site: string } | undefined;

/**
 * For a panel beside the page: the way back into a page that was loaded again. Only Firefox needs it, where a
 * press of the icon counts until then, and a press in the sidebar does not count at all.
 */
export const tabReturn = {
  follow(listener: (isShutOut: boolean) => void, stop: AbortSignal): void {
    const readFrontTab = async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      const tabId = tab?.id;
      const memory = tabId === undefined ? undefined : await readTab(tabId);
      if (stop.aborted) return;
      front = tabId !== undefined && memory?.isShutOut ? { tabId, site: memory.site } : undefined;
      listener(front !== undefined);
    };
    const onChange = () =>
      void readFrontTab().catch((error: unknown) => console.info('No tab in front:', error));
    onTabMemory(onChange, stop);
    browser.tabs.onActivated.addListener(onChange);
    stop.addEventListener('abort', () => browser.tabs.onActivated.removeListener(onChange), { once: true });
    onChange();
  },

  /** The permission is given back at once: what the user has agreed to is to go on in this page. */
  async comeBack(): Promise<'back' | 'elsewhere' | 'declined'> {
    if (!front) return 'elsewhere';
    const { tabId, site } = front;
    const origins = [patternOf(site)];
    // Neither is awaited before the other was asked: the browser asks the user only in a click.
    const had = browser.permissions.contains({ origins });
    if (!(await browser.permissions.request({ origins }))) return 'declined';
    try {
      await injectWithParts(tabId);
      return 'back';
    } catch {
      return 'elsewhere';
    } finally {
      if (!(await had)) await browser.permissions.remove({ origins });
    }
  },
};
