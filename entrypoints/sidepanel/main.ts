import { mountPanel } from '../../panel/mount';
import { onDestinationAsked } from '../../platform/commands';
import { tellFrame } from '../../platform/framed';
import { speakBrowserLanguage } from '../../platform/language';
import { tellPanelShown } from '../../platform/panel-shown';
import { siteServices } from '../../platform/site-services';
import { extensionStorage, extensionVersion } from '../../platform/storage';
import { connectToFrontTab } from '../../platform/tab-peer';

// The options and the dock load this script, too: for what they share with the panel.
const root = document.getElementById('side-panel');
if (root) showPanel(root);

function showPanel(root: HTMLElement): void {
  speakBrowserLanguage(document);
  // Loaded when they are wanted: the panel is to be there at once.
  const pages = () => import('../../platform/pages');
  // The panel lives as long as its document: nothing ever aborts it.
  const { signal } = new AbortController();
  mountPanel(root, connectToFrontTab(signal), {
    signal,
    storage: extensionStorage(),
    openOptions: () => void pages().then(({ openPage }) => openPage('options')),
    openHelp: () => void pages().then(({ openPage }) => openPage('welcome')),
    loadSiteAccess: () => import('../../platform/site-access').then((module) => module.siteAccess),
    tellFrame,
    // Few will ever have the panel stand in for a plugin.
    async startStandIn(place, on) {
      const { standInStarter } = await import('../../platform/stand-in');
      const { prepareFrame } = await import('../../peer/stand-in-frame');
      return standInStarter(prepareFrame)(place, on);
    },
    version: extensionVersion(),
    siteServices: siteServices({ mayAsk: true }),
    onDestinationAsked,
  });
  tellPanelShown();
}
