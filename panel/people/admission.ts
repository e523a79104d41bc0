import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Meeting } from '../../protocol/meeting';
import { meetingKeyOf } from '../request/meeting/follow-people';
import { isBad } from './notes';
import { isIn } from './order';
import type { PeopleStore } from './people-store';

/** So many are asked for at once. The peer keeps 64 actions, and would lose the refusals of more. */
const AT_ONCE = 16;

/** Who is still to be admitted, in which load of which meeting. */
export type Admission = { load: string; ids: readonly string[] };

/** Names one load of a meeting: what was pressed in it is not done in another. */
export const loadKeyOf = (meeting: Meeting): string => `${meetingKeyOf(meeting)} ${meeting.load}`;

/**
 * Admits people in steps: somebody else is asked for when one is in, has left or was refused. After as many
 * refusals, the others stay where they are.
 */
export function admitInSteps(
  admission: Signal<Admission | undefined>,
  { people, notes, act }: PeopleStore,
  meeting: ReadonlySignal<Meeting | undefined>,
  stop: AbortSignal,
): void {
  let asked: string[] = [];
  let before = new Set<string>();
  const dispose = effect(() => {
    const { load = '', ids = [] } = admission.value ?? {};
    const bad = notes.value.filter((note) => note.press === 'admit' && isBad(note));
    if (!admission.value) {
      asked = [];
      before = new Set(bad.map(({ requestId }) => requestId));
      return;
    }
    const failed = bad.filter(({ requestId }) => !before.has(requestId));
    const all = people.value;
    const isSame = meeting.value && loadKeyOf(meeting.value) === load;
    if (!all || !isSame || failed.length >= AT_ONCE) {
      admission.value = undefined;
      return;
    }
    const isOpen = (uuid: string) => isIn('waiting', all.get(uuid));
    asked = asked.filter((uuid) => isOpen(uuid) && !failed.some((note) => note.uuid === uuid));
    const waiting = ids.filter((uuid) => isOpen(uuid) && !asked.includes(uuid));
    const next = waiting.slice(0, AT_ONCE - asked.length);
    asked.push(...next);
    for (const participantUuid of next) act({ name: 'admit', participantUuid });
    const left = waiting.slice(next.length);
    if (left.length === 0) admission.value = undefined;
    else if (left.length < ids.length) admission.value = { load, ids: left };
  });
  stop.addEventListener('abort', dispose, { once: true });
}
