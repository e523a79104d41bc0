import { isTrace } from '../protocol/panel';
import type { StartStandIn } from '../protocol/simulator';
import { browser } from './browser';
import { STAND_IN_PORT } from './runtime-messages';

/**
 * Makes the way in which a panel starts a stand-in in the tab in front. `prepareFrame` is run in the page by itself. Needs
 * `activeTab` for that tab, or its host permission.
 */
export const standInStarter =
  (prepareFrame: (place: string) => Promise<boolean>): StartStandIn =>
  async (place, on) => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const tabId = tab?.id;
    if (tabId === undefined) return 'not-let-in';
    try {
      const [prepared] = await browser.scripting.executeScript({
        target: { tabId, frameIds: [0] },
        func: prepareFrame,
        args: [place],
      });
      if (prepared?.result !== true) return 'no-frame';
      await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/simulator.js'] });
    } catch (error) {
      console.info('No stand-in for this page:', error);
      return 'not-let-in';
    }
    const port = browser.tabs.connect(tabId, { name: STAND_IN_PORT });
    port.onMessage.addListener((data: unknown) => {
      if (isTrace(data)) on.trace(data);
    });
    port.onDisconnect.addListener(() => {
      // Chrome lists an error that nobody has looked at among the extension's faults.
      void browser.runtime.lastError;
      on.end();
    });
    return { say: (wire) => port.postMessage({ type: 'say', wire }), end: () => port.disconnect() };
  };
