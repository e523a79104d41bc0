import { browser } from './browser';
import { isRuntimeMessage } from './runtime-messages';

/** In place of a window's id: the tab that gets the message. */
export const HERE = -1;

/**
 * Calls `listener` when the user asks for Destination in the tab of this document, the panel on the page. It
 * ends with `signal`. The keyboard is in the page then, and comes to this frame.
 */
export function onDestinationAskedHere(listener: () => void, signal: AbortSignal): void {
  const onMessage = (data: unknown): undefined => {
    if (!isRuntimeMessage(data, 'focus-destination') || Reflect.get(Object(data), 'windowId') !== HERE)
      return;
    if (document.visibilityState === 'hidden') return;
    window.focus();
    listener();
  };
  if (signal.aborted) return;
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage), { once: true });
}
