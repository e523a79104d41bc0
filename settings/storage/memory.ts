import type { PanelStorage, StorageArea } from './area';

/** A store that is gone with its page: for the panel on a plain page, and for tests. */
export function memoryArea(content: Record<string, unknown> = {}): StorageArea {
  let items = structuredClone(content);
  const listeners = new Set<() => void>();
  const queues = new Map<string, Promise<unknown>>();
  const changed = async () => {
    for (const listener of listeners) listener();
  };
  return {
    read: async () => structuredClone(items),
    set: (added) => {
      items = { ...items, ...structuredClone(added) };
      return changed();
    },
    remove: (keys) => {
      items = Object.fromEntries(Object.entries(items).filter(([key]) => !keys.includes(key)));
      return changed();
    },
    watch: (listener, stop) => {
      listeners.add(listener);
      stop.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
    exclusively: (name, job) => {
      const next = (queues.get(name) ?? Promise.resolve()).then(job, job);
      queues.set(name, next);
      return next;
    },
  };
}

/** All stores in memory. */
export const memoryStorage = (
  content: Partial<Record<keyof PanelStorage, Record<string, unknown>>> = {},
) => ({
  local: memoryArea(content.local),
  sync: memoryArea(content.sync),
  managed: memoryArea(content.managed),
});
