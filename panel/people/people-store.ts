import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { PeerConnection } from '../../protocol/panel';
import { meetingRefOf } from '../../protocol/panel-requests';
import type { Participant } from '../../protocol/people';
import type { PersonAction } from '../../protocol/person-actions';
import { PEOPLE_STRINGS } from '../../strings/people';
import { followPeople, meetingKeyOf, type PeopleById } from '../request/meeting/follow-people';
import { plainName } from '../request/meeting/plain-name';
import { createClock } from '../state/clock';
import type { PanelStore } from '../state/store';
import { type ActionNote, isBad, type LostAction, notesOf, noteText } from './notes';

/** The people of the chosen meeting, as the panel shows them. */
export interface PeopleStore {
  /** By id, in the order in which they were first reported; `undefined` until the peer has sent them. */
  readonly people: ReadonlySignal<PeopleById | undefined>;
  /** What became of the actions, the oldest first. */
  readonly notes: ReadonlySignal<readonly ActionNote[]>;
  /** Sends an action about the meeting that is shown. The roster shows its effect. */
  act(action: PersonAction): void;
  /** Removes a note that was read. */
  dismiss(note: ActionNote): void;
}

/** Follows the people of the chosen meeting while they are wanted. Ends when `stop` aborts. */
export function createPeopleStore(
  store: PanelStore,
  connection: PeerConnection,
  wanted: ReadonlySignal<boolean | 'shown'>,
  stop: AbortSignal,
): PeopleStore {
  const people = followPeople(connection, store.meeting, wanted, stop);
  const pressed = new Map<string, LostAction>();
  const lost = signal<readonly LostAction[]>([]);
  const hasActions = computed(() => (store.meeting.value?.actions.length ?? 0) > 0);
  const clock = createClock(hasActions, Date.now, stop);
  const none = new Map<string, Participant>();
  const notes = computed(() => {
    const meeting = store.meeting.value;
    if (!meeting) return [];
    return notesOf(meeting, people.value ?? none, lost.value, Math.max(clock.value, Date.now()));
  });

  let known = '';
  const forget = effect(() => {
    const key = meetingKeyOf(store.meeting.value);
    if (key === known) return;
    known = key;
    lost.value = [];
    pressed.clear();
  });
  const followRefusals = effect(() => {
    const refused = store.refused.value.flatMap((id) => pressed.get(id) ?? []);
    if (refused.length === 0) return;
    for (const { action } of refused) pressed.delete(action.requestId);
    lost.value = [...lost.peek(), ...refused];
  });
  let told = new Set<string>();
  const announce = effect(() => {
    const names = people.value;
    // Before they are there, nobody has a name.
    if (!names) return;
    const bad = notes.value.filter(isBad);
    for (const note of bad) {
      if (told.has(note.requestId)) continue;
      const text = noteText(note);
      const person = note.uuid === undefined ? undefined : names.get(note.uuid);
      store.announce(person ? PEOPLE_STRINGS.spoken({ name: shownNameOf(person), text }) : text);
    }
    told = new Set(bad.map(({ requestId }) => requestId));
  });
  const dispose = () => {
    forget();
    followRefusals();
    announce();
  };
  stop.addEventListener('abort', dispose, { once: true });

  return {
    people,
    notes,
    act(action) {
      const meeting = store.meeting.peek();
      if (!meeting) return;
      const named = { ...action, requestId: crypto.randomUUID() };
      pressed.set(named.requestId, { action: named, at: Date.now() });
      connection.send({ type: 'act', ...meetingRefOf(meeting), action: named });
    },
    dismiss({ requestId }) {
      lost.value = lost.peek().filter(({ action }) => action.requestId !== requestId);
      const meeting = store.meeting.peek();
      if (meeting) connection.send({ type: 'dismiss', ...meetingRefOf(meeting), requestId });
    },
  };
}

/** The name that a person goes by, as it stands on buttons and in sentences. */
export const shownNameOf = ({ displayName = '' }: Participant): string =>
  plainName(displayName) || PEOPLE_STRINGS.unnamed;
