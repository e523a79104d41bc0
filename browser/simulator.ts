import { isTrace } from '../protocol/panel';
import type { StartSimulator } from '../protocol/simulator';
import { browser } from './browser';
import { SIMULATOR_PORT } from './runtime-messages';

/**
 * Creates the function by which a panel starts the plugin simulator in the active tab. `prepareFrame` runs in
 * the page by itself. Needs `activeTab` for that tab, or its host permission.
 */
export const simulatorStarter =
  (prepareFrame: (place: string) => Promise<boolean>): StartSimulator =>
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
      console.info('No plugin simulator on this page:', error);
      return 'not-let-in';
    }
    const port = browser.tabs.connect(tabId, { name: SIMULATOR_PORT });
    port.onMessage.addListener((data: unknown) => {
      if (isTrace(data)) on.trace(data);
    });
    port.onDisconnect.addListener(() => {
      // Chrome lists an error that nobody has looked at among the extension's faults.
      void browser.runtime.lastError;
      on.end();
    });
    return { send: (wire) => port.postMessage({ type: 'send', wire }), end: () => port.disconnect() };
  };
