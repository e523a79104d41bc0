import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser';
import { ofTab, ofWindow, panelArea } from './panel-area';
import { isRuntimeMessage } from './runtime-messages';
import { onTabClosed, onTabReplaced } from './tab-loads';

/** In the background: keeps for the panels on pages, and forgets what belonged to closed tabs and windows. */
export function servePanelMemory(): void {
  const onMessage = (
    data: unknown,
    { tab, url }: Runtime.MessageSender,
    respond: (kept: Record<string, unknown>) => void,
  ) => {
    // Only a document of the extension keeps something here, not a script in a page.
    if (tab?.id === undefined || !url?.startsWith(browser.runtime.getURL('/'))) return;
    const area = panelArea(ofTab(tab.id));
    if (isRuntimeMessage(data, 'panel-memory')) {
      const { name, value } = Object(data);
      void area.write(String(name), value).catch(console.error);
    }
    if (!isRuntimeMessage(data, 'panel-memory-asked')) return;
    area.read().then(respond, () => respond({}));
    // The answer comes later.
    return true as const;
  };
  browser.runtime.onMessage.addListener(
    onMessage as Parameters<typeof browser.runtime.onMessage.addListener>[0],
  );
  onTabClosed((tabId) => void panelArea(ofTab(tabId)).clear().catch(console.error));
  onTabReplaced((tabId, before) => void move(ofTab(before), ofTab(tabId)).catch(console.error));
  browser.windows.onRemoved.addListener(
    (windowId) => void panelArea(ofWindow(windowId)).clear().catch(console.error),
  );
}

async function move(before: string, owner: string): Promise<void> {
  const [from, to] = [panelArea(before), panelArea(owner)];
  for (const [name, value] of Object.entries(await from.read())) await to.write(name, value);
  await from.clear();
}
