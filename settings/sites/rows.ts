import type { Mode } from '../../protocol/mode';
import { siteOf } from '../site';
import type { SiteAccess } from './access';
import { modeOf, type Sites } from './sites';

/** What is to be said of one site. */
export type SiteRow = {
  site: string;
  /** Whether the extension runs there by itself, and whose doing that is. */
  always: 'own' | 'managed' | 'built-in' | undefined;
  /** Whether the browser lets it. */
  isAllowed: boolean;
  mode: Mode;
  isModeManaged: boolean;
};

/** Every site that something is known of, an administrator's first. */
export async function siteRows(sites: Sites, access: SiteAccess): Promise<readonly SiteRow[]> {
  const { always, watched, managed } = sites;
  const all = [...new Set([...managed.map(({ site }) => site), ...always, ...watched])];
  return Promise.all(all.map((site) => rowOf(site, sites, access)));
}

/** What is to be said of a site, also of one of which nothing is known. */
async function rowOf(site: string, sites: Sites, access: SiteAccess): Promise<SiteRow> {
  const host = siteOf(site) ?? site;
  const set = sites.managed.find((each) => each.site === site);
  const isManaged = sites.managed.some((each) => each.always && siteOf(each.site) === host);
  const own = sites.always.includes(host) ? 'own' : undefined;
  return {
    site,
    always: access.isBuiltIn(host) ? 'built-in' : isManaged ? 'managed' : own,
    isAllowed: await access.has(host),
    mode: modeOf(site, sites),
    isModeManaged: set?.mode !== undefined || sites.isLocked,
  };
}
