import type { PanelStorage, StorageArea } from './area';

/**
 * All stores for a panel that may stand in a private window. What such a window does differently is loaded in
 * one only; a panel that cannot load it reads and writes nothing.
 */
export const privateStorage = (storage: PanelStorage, isPrivate: () => Promise<boolean>): PanelStorage => ({
  ...storage,
  isPrivate,
  local: lazyArea(storage.local, isPrivate),
});

function lazyArea(area: StorageArea, isPrivate: () => Promise<boolean>): StorageArea {
  let chosen: Promise<StorageArea> | undefined;
  const choose = async () =>
    (await isPrivate()) ? (await import('./private-area')).privateArea(area) : area;
  const get = () => {
    chosen ??= choose();
    return chosen;
  };
  return {
    ...area,
    read: async () => (await get()).read(),
    set: async (items) => (await get()).set(items),
    remove: async (keys) => (await get()).remove(keys),
    watch: (listener, stop) => void get().then((it) => it.watch(listener, stop), console.error),
  };
}
