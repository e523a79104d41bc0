import { type ReadonlySignal, signal } from '@preact/signals';
import { errorText } from '../../protocol/error-text';
import type { Mode } from '../../protocol/mode';
import { SITES_STRINGS } from '../../strings/sites';
import { readConfig } from '../chat/config';
import { siteOf } from '../site';
import type { PanelStorage } from '../storage/area';
import type { SiteAccess } from './access';
import { type SiteRow, siteRows } from './rows';
import { changeAlways, keepMode, readSites, settle } from './sites';

/** What was done, and how it is undone. */
type SiteDone = { text: string; isBad?: boolean; undo?: () => void };

/** The sites of this person, for the options page and the panel's menu. */
export interface SitesStore {
  /** `undefined` until they have been read. */
  readonly rows: ReadonlySignal<readonly SiteRow[] | undefined>;
  readonly isLocked: ReadonlySignal<boolean>;
  readonly done: ReadonlySignal<SiteDone | undefined>;
  /** Asks for permission, and has the extension run on that site by itself. To be called in a click. */
  add(site: string): Promise<void>;
  /** Asks for permission for a site that is on the list without it. To be called in a click. */
  allow(site: string): Promise<void>;
  /** Ends running there, and gives the permission back unless a chat of that site needs it. */
  remove(site: string): Promise<void>;
  setMode(origin: string, mode: Mode): Promise<void>;
}

/** Follows stored sites, the policy, and what the browser allows, until `stop` aborts. */
export function createSitesStore(storage: PanelStorage, access: SiteAccess, stop: AbortSignal): SitesStore {
  const rows = signal<readonly SiteRow[]>();
  const isLocked = signal(false);
  const done = signal<SiteDone>();

  const load = async () => {
    const sites = await readSites(storage);
    isLocked.value = sites.isLocked;
    rows.value = await siteRows(sites, access);
  };
  const fail = (error: unknown) => {
    const why = errorText(error);
    done.value = { text: SITES_STRINGS.failed(why), isBad: true };
  };
  const follow = () => void load().catch(fail);
  storage.local.watch(follow, stop);
  storage.managed.watch(follow, stop);
  access.onTaken(follow, stop);
  access.onGiven(follow, stop);
  follow();

  /** Does it, shows what has come of it, and says so. */
  const carryOut = (job: () => Promise<SiteDone>) =>
    job()
      .then(async (next) => {
        await load();
        done.value = next;
      })
      .catch(fail);

  const ask = (given: string, change: (site: string) => Promise<void>) => {
    const site = siteOf(given) ?? given;
    // Before anything is awaited: browsers ask only in a click.
    const permission = access.ask([site]);
    return carryOut(async () => {
      if (!(await permission)) return { text: SITES_STRINGS.declined(site), isBad: true };
      await change(site);
      return { text: SITES_STRINGS.added(site) };
    });
  };
  const add = (given: string) =>
    ask(given, (site) => changeAlways(storage, access, (sites) => [...sites, site]));
  const setMode = (origin: string, mode: Mode) =>
    carryOut(async () => {
      await keepMode(storage, origin, mode);
      return { text: SITES_STRINGS.changed(origin) };
    });
  return {
    rows,
    isLocked,
    done,
    add,
    allow: (given) => ask(given, () => settle(storage, access)),
    setMode,
    remove: (site) =>
      carryOut(async () => {
        await changeAlways(storage, access, (sites) => sites.filter((other) => other !== site));
        if (!(await isFramed(storage, site))) await access.giveBack(site);
        return { text: SITES_STRINGS.stopped(site), undo: () => void add(site) };
      }),
  };
}

/** Whether a chat of that site is framed somewhere: with permission for it, people stay logged in there. */
async function isFramed(storage: PanelStorage, site: string): Promise<boolean> {
  const { own, managed } = await readConfig(storage);
  return [...own.chats, ...managed.chats].some(({ url }) => siteOf(url) === site);
}
