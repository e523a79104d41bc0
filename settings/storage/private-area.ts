import type { StorageArea } from './area';

/**
 * What is written by itself, without anybody saving it by name: in a private window it stays in memory, and
 * is gone with the panel. `starts` says whether it begins as in ordinary windows or empty.
 */
const UNATTENDED: readonly { key: RegExp; starts: 'as-stored' | 'empty' }[] = [
  { key: /^history(?:-from)?(?:\.set-aside.*)?$/, starts: 'empty' },
  { key: /^dock-layouts(?:\.set-aside.*)?$/, starts: 'as-stored' },
  { key: /^placed\./, starts: 'as-stored' },
];

const ruleFor = (name: string) => UNATTENDED.find(({ key }) => key.test(name));
const isUnattended = (name: string) => ruleFor(name) !== undefined;

/**
 * The store of a private window: what is written by itself never reaches `area`. Presets, options and
 * whatever else a person saves are kept as ever.
 */
export function privateArea(area: StorageArea): StorageArea {
  const memory = new Map<string, unknown>();
  /** Removed here, and still in the store. */
  const removed = new Set<string>();
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const starts = (key: string) => !removed.has(key) && !memory.has(key) && ruleFor(key)?.starts !== 'empty';
  return {
    ...area,
    async read() {
      const stored = await area.read();
      const kept = Object.entries(stored).filter(([key]) => !isUnattended(key) || starts(key));
      return structuredClone({ ...Object.fromEntries(kept), ...Object.fromEntries(memory) });
    },
    async set(items) {
      const entries = Object.entries(items);
      const byName = entries.filter(([key]) => !isUnattended(key));
      if (byName.length > 0) await area.set(Object.fromEntries(byName));
      const byItself = entries.filter(([key]) => isUnattended(key));
      for (const [key, value] of byItself) memory.set(key, structuredClone(value));
      if (byItself.length > 0) changed();
    },
    async remove(keys) {
      const byName = keys.filter((key) => !isUnattended(key));
      if (byName.length > 0) await area.remove(byName);
      const byItself = keys.filter(isUnattended);
      for (const key of byItself) {
        memory.delete(key);
        removed.add(key);
      }
      if (byItself.length > 0) changed();
    },
    watch(listener, stop) {
      area.watch(listener, stop);
      if (stop.aborted) return;
      listeners.add(listener);
      stop.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}
