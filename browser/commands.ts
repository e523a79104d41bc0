import type { Tabs } from 'webextension-polyfill';
import { leaveView } from './asked-view';
import { browser } from './browser';
import { HERE } from './destination-asked-here';
import { ofWindow } from './panel-area';
import type { RuntimeMessage } from './runtime-messages';

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
    void askPanel(message, tab.windowId);
    // The panel on the page cannot tell which window is its own.
    if (tab.id === undefined) return;
    // In Firefox the keyboard stays in the page, whatever opens beside it: so does the panel there.
    if ('sidebarAction' in browser) tellTab(tab.id, { type: 'keep-dock' });
    tellTab(tab.id, { ...message, windowId: HERE });
  });
}

/** A panel that is still opening misses the message, and reads the view from its memory. */
async function askPanel(message: RuntimeMessage, windowId: number | undefined): Promise<void> {
  // First: an open panel removes it when it gets the message.
  await leaveView(ofWindow(windowId), 'dial-out').catch(report);
  browser.runtime.sendMessage(message).catch(() => {});
}

const report = (error: unknown) => console.info('No view is asked for:', error);

/** Where nobody listens, nobody needs to. */
const tellTab = (id: number, message: RuntimeMessage) =>
  void browser.tabs.sendMessage(id, message).catch(() => {});
