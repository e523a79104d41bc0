import { defineBackground } from 'wxt/utils/define-background';
import { readChatOrigins } from '../panel/chat/config';
import { browser } from '../platform/browser';
import { onCommand } from '../platform/commands';
import { injectPeer } from '../platform/inject';
import { isNotice } from '../platform/names';
import { openPanel } from '../platform/panel-opener';
import { extensionStorage } from '../platform/storage';
import { serveTabs, toggleChat } from '../platform/tab-services';
import { keepTitlesReported } from '../platform/title-script';

export default defineBackground(() => {
  const bringPeer = (tabId: number) => {
    injectPeer(tabId).catch((error: unknown) => console.info('No peer on this page:', error));
  };
  const openBeside = (tab: { id?: number | undefined; windowId?: number | undefined }) => {
    if (tab.id === undefined || tab.windowId === undefined) return;
    // First, and not awaited: opening needs the click's user gesture, which does not outlive an await.
    openPanel(tab.windowId).catch((error: unknown) => console.error('The panel did not open:', error));
    bringPeer(tab.id);
  };
  browser.action.onClicked.addListener(openBeside);
  onCommand('focus-destination', openBeside);
  onCommand('toggle-chat', ({ id }) => {
    if (id !== undefined)
      toggleChat(id, injectPeer).catch((error: unknown) => console.info('No peer on this page:', error));
  });
  serveTabs();
  keepTitlesReported(() => readChatOrigins(extensionStorage()));
  browser.runtime.onMessage.addListener((data: unknown, { tab }: { tab?: { id?: number | undefined } }) => {
    if (isNotice(data, 'meeting-found') && tab?.id !== undefined) bringPeer(tab.id);
  });
});
