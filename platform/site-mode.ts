import type { Mode } from '../protocol/panel';
import { browser } from './browser';

/** Only sites where the peer watches are listed: to drive is what it does everywhere else. */
const WATCHED_SITES = 'watched-sites';

/** How the peer behaves on the pages of an origin; *drive*, if that cannot be read. */
export async function readMode(site: string): Promise<Mode> {
  return (await watchedSites()).includes(site) ? 'watch' : 'drive';
}

/** Keeps how the peer behaves on the pages of an origin, for this machine. */
export function keepMode(site: string, mode: Mode): void {
  // Where it cannot be stored it counts for this page all the same, and the next one drives.
  store(site, mode).catch(() => {});
}

async function store(site: string, mode: Mode): Promise<void> {
  const others = (await watchedSites()).filter((other) => other !== site);
  const sites = mode === 'watch' ? [...others, site] : others;
  await browser.storage.local.set({ [WATCHED_SITES]: sites });
}

async function watchedSites(): Promise<string[]> {
  const stored: Record<string, unknown> = await browser.storage.local.get(WATCHED_SITES).catch(() => ({}));
  const sites = stored[WATCHED_SITES];
  return Array.isArray(sites) ? sites.filter((site) => typeof site === 'string') : [];
}
