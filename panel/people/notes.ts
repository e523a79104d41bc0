import type { Meeting, PendingAction } from '../../protocol/meeting';
import type { Participant } from '../../protocol/people';
import type { PersonAction } from '../../protocol/person-actions';
import { PEOPLE_STRINGS } from '../../strings/people';
import { type PeoplePress, pressOf } from './offers';

/** An action without a report for as long as this reads *Not confirmed*: a plugin may refuse silently. */
const UNCONFIRMED_MS = 10_000;

/** Tones show in no roster: without a refusal until then, they were sent. */
const TONES_MS = 2_000;

/** What became of something that was pressed. */
export type ActionNote = {
  requestId: string;
  press: PeoplePress;
  kind: 'under-way' | 'unconfirmed' | 'refused';
  /** The reason of a refusal. */
  reason?: string | undefined;
  /** The person that it is about; absent where it is about everybody. */
  uuid?: string | undefined;
};

/** Whether it tells of something that was not done. */
export const isBad = ({ kind }: ActionNote): boolean => kind !== 'under-way';

/** An action that the peer did not pass on: the meeting was another by then. */
export type LostAction = { action: PersonAction & { requestId: string }; at: number };

/** What is to be said of each action, the oldest first, at a moment. */
export function notesOf(
  { actions, self }: Meeting,
  people: ReadonlyMap<string, Participant>,
  lost: readonly LostAction[],
  now: number,
): readonly ActionNote[] {
  const refused = lost.map((each): PendingAction => ({ ...each, error: PEOPLE_STRINGS.meetingGone }));
  return [...actions, ...refused].flatMap(({ action, at, error: reason }): ActionNote[] => {
    const named = 'participantUuid' in action ? action.participantUuid : undefined;
    const uuid = named ?? (isForAll(action) ? undefined : self?.participantUuid);
    const isWaiting = uuid !== undefined && (people.get(uuid)?.isWaiting ?? false);
    const about = { requestId: action.requestId, press: pressOf(action, isWaiting), uuid };
    if (reason !== undefined) return [{ ...about, kind: 'refused', reason }];
    const age = now - at;
    if (action.name === 'dtmf') return age < TONES_MS ? [{ ...about, kind: 'under-way' }] : [];
    return [{ ...about, kind: age < UNCONFIRMED_MS ? 'under-way' : 'unconfirmed' }];
  });
}

const isForAll = ({ name }: PersonAction): boolean => /^(mute-all-guests|lock|disconnect-all)$/.test(name);

/** The note in words. */
export function noteText({ kind, press, reason = '' }: ActionNote): string {
  const action = PEOPLE_STRINGS.labels[press];
  if (kind === 'refused') return PEOPLE_STRINGS.refused({ action, reason });
  return kind === 'under-way' ? PEOPLE_STRINGS.underWay(action) : PEOPLE_STRINGS.unconfirmed(action);
}
