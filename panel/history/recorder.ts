import { effect, type ReadonlySignal } from '@preact/signals';
import type { Meeting } from '../../protocol/meeting';
import type { Settings } from '../settings/settings';
import type { PanelStorage } from '../storage/area';
import { updateItem } from '../storage/item';
import { entryOf, HISTORY, type HistoryEntry, merged } from './entry';

/**
 * Writes down every call as soon as it is placed, and again with each change, so that a panel which is
 * closed in mid-call loses nothing but the end. Calls before the recorder began belong to it as well: only
 * panels place calls.
 */
export function recordHistory(
  meetings: ReadonlySignal<readonly Meeting[]>,
  settings: ReadonlySignal<Settings>,
  storage: PanelStorage,
  stop: AbortSignal,
): void {
  const written = new Map<string, string>();
  const dispose = effect(() => {
    const entries = meetings.value.flatMap(({ alias, calls }) =>
      calls.flatMap((call) => entryOf(call, alias) ?? []),
    );
    if (!settings.value.history) {
      // What happens while it is off stays unwritten, also once it is on again.
      for (const entry of entries) written.set(entry.id, 'off');
      return;
    }
    const news = entries.filter((entry) => isNews(entry));
    if (news.length === 0) return;
    for (const entry of news) written.set(entry.id, JSON.stringify(entry));
    updateItem(storage.local, HISTORY, (history) => merged(history, news)).catch((error: unknown) =>
      console.error('The history could not be written:', error),
    );
  });
  stop.addEventListener('abort', dispose, { once: true });

  function isNews(entry: HistoryEntry): boolean {
    const before = written.get(entry.id);
    return before !== 'off' && before !== JSON.stringify(entry);
  }
}
