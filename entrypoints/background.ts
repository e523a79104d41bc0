import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../browser/browser';
import { onCommand } from '../browser/commands';
import { type MenuItem, makeMenu, markPlace, onMenu } from '../browser/context-menu';
import { injectPeer } from '../browser/inject';
import { speakBrowserLanguage } from '../browser/language';
import { onInstalled, onPolicyChanged, onStartup } from '../browser/life';
import { openPage, servePages } from '../browser/pages';
import { openPanel } from '../browser/panel-opener';
import { panelShown } from '../browser/panel-shown';
import { isNotice } from '../browser/runtime-messages';
import { siteAccess } from '../browser/site-access';
import { serveModes } from '../browser/site-mode';
import { extensionStorage } from '../browser/storage';
import { serveTabs, toggleChat } from '../browser/tab-services';
import { keepTitlesReported } from '../browser/title-script';
import { changeConfig, readChatOrigins, readPlace } from '../settings/chat/config';
import { isFirstRunWanted } from '../settings/first-run';
import { siteOf } from '../settings/sites/site';
import {
  changeAlways,
  followPermission,
  keepMode,
  modeOf,
  readSites,
  settle,
  wantedSites,
} from '../settings/sites/sites';
import { iconTitle } from '../strings/icon-title';
import { MENU_STRINGS } from '../strings/menu';

type FrontTab = { id?: number | undefined; windowId?: number | undefined; url?: string | undefined };

const menuWords = (): Record<MenuItem, string> => ({
  'always-run': MENU_STRINGS.alwaysRun,
  place: MENU_STRINGS.place,
  'place-dock': MENU_STRINGS.dock,
  'place-panel': MENU_STRINGS.panel,
  help: MENU_STRINGS.help,
});

export default defineBackground(() => {
  speakBrowserLanguage();
  const storage = extensionStorage();
  const { signal } = new AbortController();
  const report = (error: unknown) => console.error(error);

  const bringPeer = (...[tabId, how]: Parameters<typeof injectPeer>) => {
    injectPeer(tabId, how).catch((error: unknown) => console.info('No peer on this page:', error));
  };
  const openBeside = (tab: FrontTab) => {
    const { id, windowId } = tab;
    if (id === undefined || windowId === undefined) return;
    // First, and not awaited: opening needs the click's user gesture, which does not outlive an await.
    openPanel(windowId).catch((error: unknown) => console.error('The panel did not open:', error));
    void panelShown().then(() => bringPeer(id, 'withDesk'));
  };
  browser.action.onClicked.addListener(openBeside);
  onCommand('focus-destination', openBeside);
  onCommand('toggle-chat', ({ id }) => {
    if (id !== undefined)
      toggleChat(id, injectPeer).catch((error: unknown) => console.info('No peer on this page:', error));
  });
  keepTitlesReported(() => readChatOrigins(storage));
  serveTabs(iconTitle);
  servePages();
  serveModes(
    async (origin) => modeOf(origin, await readSites(storage)),
    (origin, mode) => keepMode(storage, origin, mode),
  );
  browser.runtime.onMessage.addListener((data: unknown, { tab }: { tab?: { id?: number | undefined } }) => {
    if (isNotice(data, 'meeting-found') && tab?.id !== undefined) bringPeer(tab.id);
  });

  const settleSites = () => void settle(storage, siteAccess).catch(report);
  const showPlace = () => readPlace(storage).then(markPlace);
  siteAccess.onTaken((isTaken) => void followPermission(storage, siteAccess, isTaken).catch(report), signal);
  siteAccess.onGiven(settleSites, signal);
  onStartup(settleSites);
  onPolicyChanged(() => {
    settleSites();
    showPlace().catch(report);
  });
  onInstalled((isFirst) => {
    settleSites();
    makeMenu(menuWords()).then(showPlace).catch(report);
    if (isFirst) isFirstRunWanted(storage).then((wanted) => wanted && openPage('first-run'), report);
  });

  const runHere = ({ id, url = '' }: FrontTab) => {
    const site = siteOf(url);
    if (site === undefined) {
      openPage('sites');
      return;
    }
    // In the click, before anything is awaited.
    const permission = siteAccess.ask([site]);
    const add = async () => {
      const sites = await readSites(storage);
      // What is there already is shown, with the way to change it; and who decides, where nothing may be added.
      if (sites.isLocked || wantedSites(sites).includes(site)) openPage('sites');
      else if (await permission) {
        await changeAlways(storage, siteAccess, (sites) => [...sites, site]);
        if (id !== undefined) bringPeer(id);
      }
    };
    add().catch(report);
  };
  const setPlace = (place: 'dock' | 'panel') => {
    const set = async () => {
      if (!(await readPlace(storage)).isManaged)
        await changeConfig(storage, (before) => ({ ...before, place }));
      await showPlace();
    };
    set().catch(report);
  };
  const menu: Record<MenuItem, (tab: FrontTab) => void> = {
    'always-run': runHere,
    place: () => {},
    'place-dock': () => setPlace('dock'),
    'place-panel': () => setPlace('panel'),
    help: () => openPage('welcome'),
  };
  onMenu((item, tab) => menu[item](tab));
});
