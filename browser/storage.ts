import type { Storage } from 'webextension-polyfill';
import { browser } from './browser';

/** One of the browser's stores, in the shape that the panel asks for. */
function area(name: 'local' | 'sync' | 'managed') {
  const store: Storage.StorageArea = browser.storage[name];
  return {
    read: (): Promise<Record<string, unknown>> => store.get(null),
    set: (items: Readonly<Record<string, unknown>>) => store.set(items),
    remove: (keys: readonly string[]) => store.remove([...keys]),
    watch(listener: () => void, stop: AbortSignal) {
      const onChanged = (_changes: unknown, changed: string) => {
        if (changed === name) listener();
      };
      browser.storage.onChanged.addListener(onChanged);
      stop.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
    },
    exclusively: <T>(lock: string, job: () => Promise<T>): Promise<T> =>
      navigator.locks.request(`${name}.${lock}`, job) as Promise<T>,
  };
}

/** The stores of this extension. */
export function extensionStorage() {
  const managed = area('managed');
  return {
    local: area('local'),
    sync: area('sync'),
    // Firefox rejects where an administrator has set nothing.
    managed: { ...managed, read: () => managed.read().catch(() => ({})) },
  };
}

/** Of this extension. */
export const extensionVersion = (): string => browser.runtime.getManifest().version;
