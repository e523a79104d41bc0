import { onDestinationAsked } from '../../browser/destination-asked';
import { postToFrame } from '../../browser/framed';
import { applyBrowserLanguage } from '../../browser/language';
import { isPrivateWindow } from '../../browser/own-window';
import { reportPanelShown } from '../../browser/panel-shown';
import { extensionStorage, extensionVersion } from '../../browser/storage';
import { connectToFrontTab } from '../../browser/tab-peer';
import { mountPanel } from '../../panel/app/mount';
import { privateStorage } from '../../settings/storage/private-storage';

// The options and the dock load this script, too: for what they share with the panel.
const root = document.getElementById('side-panel');
if (root) showPanel(root);

function showPanel(root: HTMLElement): void {
  applyBrowserLanguage(document);
  // Loaded when they are wanted: the panel is to be there at once.
  const pages = () => import('../../browser/pages');
  void isPrivateWindow().then(async (isPrivate) => {
    if (isPrivate) (await import('../../browser/private-links')).openInThisWindow();
  });
  // The panel lives as long as its document: nothing ever aborts it.
  const { signal } = new AbortController();
  mountPanel(root, connectToFrontTab(signal), {
    signal,
    storage: privateStorage(extensionStorage(), isPrivateWindow),
    openOptions: (page = 'options') => void pages().then(({ openPage }) => openPage(page)),
    openHelp: () => void pages().then(({ openPage }) => openPage('welcome')),
    loadSiteAccess: () => import('../../browser/site-access').then((module) => module.siteAccess),
    loadTabReturn: () => import('../../browser/tab-return').then((module) => module.tabReturn),
    postToFrame,
    // Loaded on demand: few people ever simulate the plugin.
    async startSimulator(place, on) {
      const { simulatorStarter } = await import('../../browser/simulator');
      const { prepareFrame } = await import('../../peer/simulator/frame');
      return simulatorStarter(prepareFrame)(place, on);
    },
    version: extensionVersion(),
    loadAlerts: () => import('../../browser/panel-alerts'),
    loadMemory: () => import('../../browser/panel-memory').then((module) => module.openMemory()),
    loadSiteServices: () =>
      import('../../browser/site-services').then(({ siteServices }) => siteServices({ mayAsk: true })),
    onDestinationAsked,
  });
  reportPanelShown();
}
