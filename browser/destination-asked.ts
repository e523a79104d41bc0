import { browser } from './browser';
import { isRuntimeMessage } from './runtime-messages';

/**
 * Calls `listener` when the user asks for Destination in the window of this document, until `signal` aborts.
 */
export function onDestinationAsked(listener: () => void, signal: AbortSignal): void {
  const onMessage = (data: unknown): undefined => {
    if (!isRuntimeMessage(data, 'focus-destination')) return;
    browser.windows.getCurrent().then(
      ({ id }) => {
        if (!signal.aborted && id === Reflect.get(Object(data), 'windowId')) listener();
      },
      // A window that is being closed is none any more, and has no need of a focus.
      (error: unknown) => console.info('Could not determine the window:', error),
    );
  };
  if (signal.aborted) return;
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage), { once: true });
}
