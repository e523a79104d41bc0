import { onDestinationAskedHere } from '../../browser/destination-asked-here';
import { awaitPeer } from '../../browser/dock-peer';
import { postToFrame } from '../../browser/framed';
import { applyBrowserLanguage } from '../../browser/language';
import { isPrivateWindow, isSidePanelPossible } from '../../browser/own-window';
import { askForPage } from '../../browser/pages';
import { extensionStorage, extensionVersion } from '../../browser/storage';
import { mountDock } from '../../panel/app/mount-dock';
import { privateStorage } from '../../settings/storage/private-storage';
import { DOCK_STRINGS } from '../../strings/dock';

applyBrowserLanguage(document);
// Any page that frames this document sees it. Nothing of the panel is in it before the peer has shown that it
// is ours.
const stranger = document.getElementById('stranger');
if (stranger) stranger.textContent = DOCK_STRINGS.stranger;
void awaitPeer().then((peer) => {
  stranger?.remove();
  mountDock(document.body, peer, {
    storage: privateStorage(extensionStorage(), isPrivateWindow),
    openOptions: (page = 'sites') => askForPage(page),
    openHelp: () => askForPage('welcome'),
    postToFrame,
    version: extensionVersion(),
    loadAlerts: () => import('../../browser/panel-alerts'),
    loadMemory: () => import('../../browser/panel-memory').then((module) => module.openMemory()),
    loadSiteServices: () =>
      import('../../browser/site-services').then(({ siteServices }) => siteServices({ mayAsk: false })),
    isSidePanelPossible,
    onDestinationAsked: (listener, signal) =>
      onDestinationAskedHere(() => peer.isShown.value && listener(), signal),
  });
});
