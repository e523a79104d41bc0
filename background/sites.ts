import { serveModes } from '../browser/mode-server';
import { openPage } from '../browser/pages';
import { siteAccess } from '../browser/site-access';
import type { extensionStorage } from '../browser/storage';
import { siteOf } from '../settings/site';
import {
  changeAlways,
  followPermission,
  keepMode,
  modeOf,
  readSites,
  settle,
  wantedSites,
} from '../settings/sites/sites';
import { bringPeer, type Tab } from './bring-peer';

type Storage = ReturnType<typeof extensionStorage>;

/**
 * Keeps the detector registered on the sites that the user or the administrator wants, and tells peers how to
 * behave on theirs. Returns what brings the registration up to date.
 */
export function serveSites(storage: Storage, signal: AbortSignal): () => void {
  const settleSites = () => void settle(storage, siteAccess).catch(console.error);
  siteAccess.onTaken(
    (isTaken) => void followPermission(storage, siteAccess, isTaken).catch(console.error),
    signal,
  );
  siteAccess.onGiven(settleSites, signal);
  serveModes(
    async (origin) => modeOf(origin, await readSites(storage)),
    (origin, mode) => keepMode(storage, origin, mode),
  );
  return settleSites;
}

/** Asks for the permission to run on the site of a tab always, and adds the site. To be called in a click. */
export function alwaysRunOn({ id, url = '' }: Tab, storage: Storage): void {
  const site = siteOf(url);
  if (site === undefined) {
    openPage('sites');
    return;
  }
  // In the click, before anything is awaited.
  const permission = siteAccess.ask([site]);
  const add = async () => {
    const sites = await readSites(storage);
    // The page shows how to remove a site that is there, and who decides where the user may add none.
    if (sites.isLocked || wantedSites(sites).includes(site)) openPage('sites');
    else if (await permission) {
      await changeAlways(storage, siteAccess, (before) => [...before, site]);
      bringPeer(id);
    }
  };
  add().catch(console.error);
}
