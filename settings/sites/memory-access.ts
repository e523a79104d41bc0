import type { SiteAccess } from './access';

/** In-memory permissions that are always granted, for tests and the preview page. */
export function memorySiteAccess(given: readonly string[] = [], answer = () => true) {
  const allowed = new Set(given);
  const onTaken = new Set<(isTaken: (site: string) => boolean) => void>();
  const onGiven = new Set<() => void>();
  let running: readonly string[] = [];
  const take = (site: string) => {
    allowed.delete(site);
    for (const listener of onTaken) listener((other) => other === site);
  };
  const access: SiteAccess = {
    ask: async (sites) => {
      if (!answer()) return false;
      for (const site of sites) allowed.add(site);
      for (const listener of onGiven) listener();
      return true;
    },
    has: async (site) => allowed.has(site),
    isBuiltIn: () => false,
    giveBack: async (site) => take(site),
    runOn: async (sites) => {
      running = sites;
    },
    onTaken: (listener, stop) => {
      onTaken.add(listener);
      stop.addEventListener('abort', () => onTaken.delete(listener), { once: true });
    },
    onGiven: (listener, stop) => {
      onGiven.add(listener);
      stop.addEventListener('abort', () => onGiven.delete(listener), { once: true });
    },
  };
  return { ...access, take, running: () => running };
}
