import { browser } from './browser';
import { isRuntimeMessage, type RuntimeMessage } from './runtime-messages';

/** A panel that is open already doesn't report, nor does one that never opens. */
const WAIT_MS = 200;

/**
 * Resolves once a panel that has just been asked for takes input, or after a short while. What is done in the
 * page beside it meanwhile runs on the same processors, and the panel is what the user waits for.
 */
export function panelShown(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      browser.runtime.onMessage.removeListener(onMessage);
      resolve();
    };
    const onMessage = (data: unknown): undefined => {
      if (isRuntimeMessage(data, 'panel-shown')) end();
    };
    const timer = setTimeout(end, WAIT_MS);
    browser.runtime.onMessage.addListener(onMessage);
  });
}

/**
 * Says so of the panel in this document. To be called once it takes input; its first frame need not be waited
 * for.
 */
export function reportPanelShown(): void {
  const message: RuntimeMessage = { type: 'panel-shown' };
  // Nobody listens where the panel was opened without the icon.
  browser.runtime.sendMessage(message).catch(() => {});
}
