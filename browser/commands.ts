import type { Tabs } from 'webextension-polyfill';
import { browser } from './browser';
import { HERE } from './destination-asked-here';
import { isRuntimeMessage, type RuntimeMessage } from './runtime-messages';

/** The names of the commands in the manifest. */
type CommandName = 'open-panel' | 'focus-destination' | 'toggle-chat';

/**
 * Calls `run` with the tab in front when the user presses the keys of a command; a press is a user gesture.
 */
export function onCommand(name: CommandName, run: (tab: Tabs.Tab) => void): void {
  browser.commands.onCommand.addListener((pressed: string, tab?: Tabs.Tab) => {
    if (pressed !== name || !tab) return;
    run(tab);
    if (name !== 'focus-destination') return;
    const message: RuntimeMessage = { type: 'focus-destination', windowId: tab.windowId };
    // A panel that only opens now hears nothing of this: it puts the focus there by itself.
    browser.runtime.sendMessage(message).catch(() => {});
    // The panel on the page cannot tell which window is its own.
    if (tab.id === undefined) return;
    // In Firefox the keyboard stays in the page, whatever opens beside it: so does the panel there.
    if ('sidebarAction' in browser) tellTab(tab.id, { type: 'keep-dock' });
    tellTab(tab.id, { ...message, windowId: HERE });
  });
}

/** Where nobody listens, nobody needs to. */
const tellTab = (id: number, message: RuntimeMessage) =>
  void browser.tabs.sendMessage(id, message).catch(() => {});

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
