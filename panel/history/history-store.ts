import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { PanelStorage } from '../../settings/storage/area';
import { readItem, updateItem } from '../../settings/storage/item';
import { HISTORY_STRINGS } from '../../strings/history';
import { HISTORY, type HistoryEntry, merged } from './entry';
import { forget } from './forget';

/** The calls of this device. */
export interface HistoryStore {
  readonly entries: ReadonlySignal<readonly HistoryEntry[]>;
  /** What was just cleared, for as long as it can be brought back. */
  readonly cleared: ReadonlySignal<readonly HistoryEntry[]>;
  readonly loaded: Promise<void>;
  clear(): Promise<void>;
  undoClear(): Promise<void>;
}

/** Follows the stored history until `stop` aborts. */
export function createHistoryStore(storage: PanelStorage, stop: AbortSignal): HistoryStore {
  const entries = signal<readonly HistoryEntry[]>([]);
  const cleared = signal<readonly HistoryEntry[]>([]);
  const load = () =>
    readItem(storage.local, HISTORY).then(
      (read) => {
        entries.value = read;
      },
      (error: unknown) => console.error('The history could not be read:', error),
    );
  storage.local.watch(() => void load(), stop);

  return {
    entries,
    cleared,
    loaded: load(),
    async clear() {
      let before: readonly HistoryEntry[] = [];
      await updateItem(storage.local, HISTORY, (history) => {
        before = history;
        return [];
      });
      await forget(storage, before);
      batch(() => {
        cleared.value = before;
        entries.value = [];
      });
    },
    async undoClear() {
      const back = cleared.peek();
      cleared.value = [];
      // Calls that were placed since are newer: what is known of them stays.
      entries.value = await updateItem(storage.local, HISTORY, (history) => merged(back, history));
    },
  };
}

/** How a call ended, as it is shown. */
export const outcomeText = ({ outcome, message }: HistoryEntry): string =>
  message ? HISTORY_STRINGS.failed(message) : HISTORY_STRINGS.outcomes[outcome];

/** The entries in which every word of a search occurs, as they are shown. */
export function found(entries: readonly HistoryEntry[], search: string): readonly HistoryEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const { request, name = '', meeting = '' } = entry;
    const text = [request.destination, name, meeting, outcomeText(entry)].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
