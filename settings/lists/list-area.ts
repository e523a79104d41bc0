import { describeMismatch } from '../../strings/describe-fault';
import type { PanelStorage } from '../storage/area';
import { readEach } from '../storage/recover';
import { isSame } from '../storage/same';
import { isListKey, listKey, listProblem, readStoredList, type SavedList, storedList } from './saved-list';

/**
 * Reads all saved lists by name. They are kept as presets are: synced, or on this device where synced
 * storage has no room for one. A list that is damaged is quarantined and costs the others nothing.
 */
export async function readLists(storage: PanelStorage): Promise<readonly SavedList[]> {
  const found = new Map<string, SavedList>();
  // What is on this device is newer: it has had no room among what is synced.
  for (const area of [storage.sync, storage.local])
    for (const list of await readEach(area, isListKey, readStoredList)) found.set(list.id, list);
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/**
 * Changes the lists in one step, and resolves with those before and after.
 * @throws if a list is too long or there is no room for it.
 */
export function updateLists(
  storage: PanelStorage,
  change: (lists: readonly SavedList[]) => readonly SavedList[],
): Promise<{ before: readonly SavedList[]; after: readonly SavedList[] }> {
  return storage.local.exclusively('lists', async () => {
    const before = await readLists(storage);
    const after = change(before);
    for (const list of after) {
      if (before.some((each) => isSame(each, list))) continue;
      const problem = listProblem(list);
      if (problem) throw new Error(describeMismatch(problem));
      await put(storage, list);
    }
    const gone = before.filter(({ id }) => !after.some((each) => each.id === id)).map(listKey);
    if (gone.length > 0) await Promise.all([storage.sync.remove(gone), storage.local.remove(gone)]);
    return { before, after: await readLists(storage) };
  });
}

async function put({ sync, local }: PanelStorage, list: SavedList): Promise<void> {
  const items = { [listKey(list)]: storedList(list) };
  try {
    await sync.set(items);
  } catch {
    await local.set(items);
    await sync.remove([listKey(list)]);
    return;
  }
  await local.remove([listKey(list)]);
}
