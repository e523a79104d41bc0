import type { Mode } from '../../protocol/mode';
import { readManagedPolicy } from '../managed';
import type { Policy } from '../policy';
import { siteOf } from '../site';
import type { PanelStorage } from '../storage/area';
import { readItem, updateItem } from '../storage/item';
import type { SiteAccess } from './access';
import { ALWAYS, WATCHED } from './stored';

/** What is known of sites: what a person chose, unless that is locked, and what an administrator did. */
export type Sites = {
  always: readonly string[];
  watched: readonly string[];
  managed: Policy['sites'];
  isLocked: boolean;
};

/** Reads what is stored of sites. */
export async function readSites(storage: PanelStorage): Promise<Sites> {
  const { sites: managed, locks } = await readManagedPolicy(storage);
  const isLocked = locks.includes('sites');
  const read = (item: typeof ALWAYS) => (isLocked ? [] : readItem(storage.local, item));
  return { always: await read(ALWAYS), watched: await read(WATCHED), managed, isLocked };
}

/** How the peer behaves on the pages of an origin. */
export function modeOf(origin: string, { watched, managed }: Sites): Mode {
  const set = managed.find(({ site }) => site === origin)?.mode;
  return set ?? (watched.includes(origin) ? 'watch' : 'drive');
}

/** Keeps how the peer behaves on the pages of an origin, for this device. */
export async function keepMode(storage: PanelStorage, origin: string, mode: Mode): Promise<void> {
  if ((await readSites(storage)).isLocked) return;
  await updateItem(storage.local, WATCHED, (watched) => [
    ...watched.filter((other) => other !== origin),
    ...(mode === 'watch' ? [origin] : []),
  ]);
}

/** Changes on which sites the extension runs by itself. */
export async function changeAlways(
  storage: PanelStorage,
  access: SiteAccess,
  change: (sites: readonly string[]) => readonly string[],
): Promise<void> {
  await updateItem(storage.local, ALWAYS, (sites) => [...new Set(change(sites))]);
  await settle(storage, access);
}

/** Sites where the extension runs automatically, chosen by the user or set by an administrator. */
export const wantedSites = ({ always, managed }: Sites): string[] => [
  ...always,
  ...managed.flatMap(({ site, always }) => (always && siteOf(site)) || []),
];

/**
 * Has the browser run the detector where it is wanted and may be. Changes nothing where that is so already:
 * after a start, an update or a change of the policy it may be called at any time.
 */
export async function settle(storage: PanelStorage, access: SiteAccess): Promise<void> {
  const wanted = wantedSites(await readSites(storage));
  const allowed = await Promise.all(wanted.map(async (site) => ((await access.has(site)) ? [site] : [])));
  await access.runOn([...new Set(allowed.flat())]);
}

/** Permission was taken in the browser: what it covered is no longer one of the person's sites. */
export async function followPermission(
  storage: PanelStorage,
  access: SiteAccess,
  isTaken: (site: string) => boolean,
): Promise<void> {
  const { always } = await readSites(storage);
  const gone: string[] = [];
  for (const site of always) if (isTaken(site) && !(await access.has(site))) gone.push(site);
  await changeAlways(storage, access, (sites) => sites.filter((site) => !gone.includes(site)));
}
