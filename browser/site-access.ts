import type { Permissions, Scripting } from 'webextension-polyfill';
import { browser } from './browser';
import { covers, patternOf } from './host-pattern';
import { enterOpenPages } from './open-pages';

/** The id under which browsers keep the registration; another one would register the detector twice. */
const DETECTOR_ID = 'lookout';

/** The hosts for which the manifest declares the detector. */
const builtIn = (): readonly string[] =>
  browser.runtime.getManifest().content_scripts?.flatMap(({ matches = [] }) => matches) ?? [];

/**
 * The browser's side of *Always run on this site*: permission for hosts, and a script that is registered for
 * them.
 */
export const siteAccess = {
  // Called in a click: nothing may be awaited before the browser is asked.
  ask: (sites: readonly string[]): Promise<boolean> =>
    browser.permissions.request({ origins: sites.map(patternOf) }),

  has: (site: string): Promise<boolean> => browser.permissions.contains({ origins: [patternOf(site)] }),

  isBuiltIn: (site: string): boolean => builtIn().some((pattern) => covers(pattern, site)),

  async giveBack(site: string): Promise<void> {
    // What the manifest requires is not given back, and browsers reject that.
    await browser.permissions.remove({ origins: [patternOf(site)] }).catch(() => false);
  },

  /** The browser keeps the registration, also when it is restarted; an update of the extension may end it. */
  async runOn(sites: readonly string[]): Promise<void> {
    await navigator.locks.request('site-registration', () => register(sites));
    await enterOpenPages([...builtIn(), ...sites.map(patternOf)]);
  },

  onTaken(listener: (isTaken: (site: string) => boolean) => void, stop: AbortSignal): void {
    const onRemoved = ({ origins = [] }: Permissions.Permissions) =>
      listener((site) => origins.some((pattern) => covers(pattern, site)));
    browser.permissions.onRemoved.addListener(onRemoved);
    stop.addEventListener('abort', () => browser.permissions.onRemoved.removeListener(onRemoved));
  },

  onGiven(listener: () => void, stop: AbortSignal): void {
    const onAdded = () => listener();
    browser.permissions.onAdded.addListener(onAdded);
    stop.addEventListener('abort', () => browser.permissions.onAdded.removeListener(onAdded));
  },
};

async function register(sites: readonly string[]): Promise<void> {
  const { scripting } = browser;
  const matches = sites.filter((site) => !siteAccess.isBuiltIn(site)).map(patternOf);
  const [registered] = await scripting.getRegisteredContentScripts({ ids: [DETECTOR_ID] });
  if (String(registered?.matches?.toSorted() ?? []) === String(matches.toSorted())) return;
  if (matches.length === 0) await scripting.unregisterContentScripts({ ids: [DETECTOR_ID] });
  else if (registered) await scripting.updateContentScripts([{ id: DETECTOR_ID, matches }]);
  else await scripting.registerContentScripts([detectorFor(matches)]);
}

/** Also in pages without an address of their own, such as one that a site writes into `about:blank`. */
type WithFallback = Scripting.RegisteredContentScript & { matchOriginAsFallback: true };

const detectorFor = (matches: string[]): WithFallback => ({
  id: DETECTOR_ID,
  matchOriginAsFallback: true,
  js: ['detector.js'],
  matches,
  runAt: 'document_start',
  persistAcrossSessions: true,
});
