import { computed, type ReadonlySignal } from '@preact/signals';
import { entryOf, type HistoryEntry } from '../history/entry';
import { createHistoryStore } from '../history/history-store';
import { followPeople } from '../request/meeting/follow-people';
import { redact } from '../request/redact';
import type { PanelContext } from '../state/context';
import type { Suggestion } from './suggestion';

/**
 * Follows what can be suggested: the presets, then the calls of the meeting, then earlier ones. Somebody in
 * the meeting is found by name if a call from here leads to them: of the others, no address is known. People
 * are followed while `isWanted`.
 */
export function followSuggestions(
  { presets, store, storage, connection, signal }: PanelContext,
  isWanted: ReadonlySignal<boolean>,
): ReadonlySignal<readonly Suggestion[]> {
  const history = createHistoryStore(storage, signal);
  const calls = computed(() => store.meeting.value?.calls ?? []);
  const hasCalled = computed(() => isWanted.value && calls.value.some(({ uuid }) => uuid));
  const people = followPeople(connection, store.meeting, hasCalled, signal);

  const fromPresets = computed(() =>
    (presets.store.value?.presets.value ?? []).map(({ id, name, request }): Suggestion => {
      const { destination } = redact(request).request;
      // A preset that was given no other name has its destination for one.
      const isNamed = name !== request.destination;
      return { id, source: 'preset', destination, name: isNamed ? name : undefined, request };
    }),
  );
  const fromMeeting = computed(() =>
    calls.value.flatMap((call): Suggestion[] => {
      const displayName = (call.uuid && people.value?.get(call.uuid)?.displayName) || call.displayName;
      const entry = entryOf({ ...call, displayName }, undefined);
      return entry ? [{ ...suggestionOf(entry, 'meeting'), request: call.request, removed: false }] : [];
    }),
  );
  const fromHistory = computed(() =>
    store.settings.settings.value.history
      ? lastFailed(history.entries.value).map((entry) => suggestionOf(entry, 'history'))
      : [],
  );
  return computed(() => {
    const known = new Set(fromPresets.value.map(({ destination }) => destination));
    const others = [...fromMeeting.value, ...fromHistory.value].filter(({ destination }) => {
      const isNew = !known.has(destination) && destination !== '…';
      known.add(destination);
      return isNew;
    });
    return [...fromPresets.value, ...others];
  });
}

const suggestionOf = (
  { id, request, name, removed }: HistoryEntry,
  source: Suggestion['source'],
): Suggestion => ({
  id,
  source,
  destination: request.destination,
  name: name === request.destination ? undefined : name,
  request,
  removed,
});

/** What could not be dialed may be a typing error: it is offered after what could. */
const lastFailed = (entries: readonly HistoryEntry[]): readonly HistoryEntry[] => [
  ...entries.filter(({ outcome }) => outcome !== 'failed'),
  ...entries.filter(({ outcome }) => outcome === 'failed'),
];
