import { effect, type ReadonlySignal } from '@preact/signals';
import type { Meeting } from '../../protocol/meeting';
import type { Settings } from '../../settings/settings';
import type { PanelStorage } from '../../settings/storage/area';
import { readItem, updateItem } from '../../settings/storage/item';
import { entryOf, HISTORY, type HistoryEntry, isStorable, merged } from './entry';
import { forget, HISTORY_FROM } from './forget';

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
      const unwritten = entries.filter(({ id }) => written.get(id) !== 'off');
      for (const { id } of unwritten) written.set(id, 'off');
      if (unwritten.length > 0) forget(storage, unwritten).catch(report);
      return;
    }
    const news = entries.filter((entry) => isNews(entry));
    if (news.length === 0) return;
    for (const entry of news) written.set(entry.id, JSON.stringify(entry));
    write(news).catch(report);
  });
  stop.addEventListener('abort', dispose, { once: true });

  async function write(news: readonly HistoryEntry[]): Promise<void> {
    const from = await readItem(storage.local, HISTORY_FROM);
    await updateItem(storage.local, HISTORY, (history) => {
      const known = new Set(history.map(({ id }) => id));
      const wanted = news.filter((entry) => isStorable(entry) && (entry.at >= from || known.has(entry.id)));
      return merged(history, wanted);
    });
  }

  function isNews(entry: HistoryEntry): boolean {
    const before = written.get(entry.id);
    return before !== 'off' && before !== JSON.stringify(entry);
  }
}

const report = (error: unknown) => console.error('The history could not be written:', error);
