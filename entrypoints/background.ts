import { defineBackground } from 'wxt/utils/define-background';
import { bringPeer, openBeside, servePopups, toggleChatOf } from '../background/bring-peer';
import { comeBackToTabs } from '../background/come-back';
import { serveIconMenu } from '../background/icon-menu';
import { serveNotifications } from '../background/notify';
import { serveSites } from '../background/sites';
import { onCommand } from '../browser/commands';
import { applyBrowserLanguage } from '../browser/language';
import { onIconClicked, onInstalled, onPolicyChanged, onStartup } from '../browser/life';
import { serveOwnWindows } from '../browser/own-window';
import { openPage, servePages } from '../browser/pages';
import { servePanelMemory } from '../browser/panel-memory-server';
import { extensionStorage } from '../browser/storage';
import { onPeerRequested, serveTabs } from '../browser/tab-services';
import { keepTitlesReported } from '../browser/title-script';
import { readChatOrigins } from '../settings/chat/config';
import { isFirstRunWanted } from '../settings/first-run';
import { iconTitle } from '../strings/icon-title';

// Every listener is added at once: one that comes later misses the event that woke the background.
export default defineBackground(() => {
  applyBrowserLanguage();
  const storage = extensionStorage();
  onIconClicked(openBeside);
  onCommand('open-panel', openBeside);
  onCommand('focus-destination', openBeside);
  onCommand('toggle-chat', toggleChatOf);
  onPeerRequested(bringPeer);
  servePopups();
  // Before the icons are painted.
  serveNotifications(storage);
  serveTabs(iconTitle);
  comeBackToTabs();
  servePages();
  serveOwnWindows();
  servePanelMemory();
  keepTitlesReported(() => readChatOrigins(storage));
  const settleSites = serveSites(storage, new AbortController().signal);
  const iconMenu = serveIconMenu(storage);
  onStartup(() => {
    settleSites();
    // In the browser’s language, which may be another since; and a Firefox of private windows has none yet.
    iconMenu.create();
  });
  onPolicyChanged(() => {
    settleSites();
    iconMenu.showPlace();
  });
  onInstalled((isFirst) => {
    settleSites();
    iconMenu.create();
    if (isFirst) isFirstRunWanted(storage).then((wanted) => wanted && openPage('first-run'), console.error);
  });
});
