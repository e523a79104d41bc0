import type { PanelStorage } from '../../settings/storage/area';
import { updateItem } from '../../settings/storage/item';
import { whole } from '../../settings/storage/shapes';
import type { Item } from '../../settings/storage/stored-item';
import type { HistoryEntry } from './entry';

/** Calls that began before this are not added to the history. Those that are in it are still updated. */
export const HISTORY_FROM: Item<number> = {
  key: 'history-from',
  version: 1,
  shape: whole(0, Number.MAX_SAFE_INTEGER),
  fallback: 0,
  migrations: {},
};

/**
 * Keeps calls out of the history for good. The page still has them in its list for as long as it is open, and
 * a panel that is opened later would take them for calls that nobody has written down yet.
 */
export const forget = (storage: PanelStorage, entries: readonly HistoryEntry[]): Promise<number> =>
  updateItem(storage.local, HISTORY_FROM, (from) => Math.max(from, ...entries.map(({ at }) => at + 1)));
