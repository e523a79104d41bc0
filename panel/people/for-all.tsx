import { useRef } from 'preact/hooks';
import { PEOPLE_STRINGS as STRINGS } from '../../strings/people';
import { carryOut, type PeopleContext } from './context';
import { NoteLine } from './note-line';
import type { ActionNote } from './notes';
import { type ForAllPress, offersForAll } from './offers';
import { keepPlaces } from './order';
import { PersonMenu } from './person-menu';

type Props = {
  context: PeopleContext;
  /** Whether the lists below may not move now. */
  isStill: boolean;
  /** Whether the pointer is in them: what goes may not move them. */
  hasRoom: boolean;
};

/** What can be done about everybody, and what became of it. */
export function ForAll({ context, isStill, hasRoom }: Props) {
  const { meeting, people } = context;
  const offers = offersForAll(meeting);
  const inRow = offers.filter((press) => press !== 'disconnectAll');
  const inMenu = offers.filter((press) => press === 'disconnectAll');
  const notes = people.notes.value.filter(({ uuid }) => uuid === undefined);
  const shown = useRef<readonly ActionNote[]>(notes);
  if (!isStill) shown.current = hasRoom ? withRoom(shown.current, notes) : notes;
  const press = (key: ForAllPress) => carryOut(context, key, '', '');
  return (
    <>
      {offers.length > 0 && (
        <div class="for-all">
          {inRow.map((key) => (
            <button
              key={key}
              type="button"
              class="small"
              data-room={STRINGS.labels[ROOM_FOR[key]]}
              aria-label={fullName(key)}
              onClick={() => press(key)}
            >
              <span>{STRINGS.labels[key]}</span>
            </button>
          ))}
          {inMenu.length > 0 && (
            <PersonMenu
              id="for-all-menu"
              label={STRINGS.moreForAll}
              items={inMenu.map((key) => ({ key, label: STRINGS.labels[key], name: STRINGS.labels[key] }))}
              onPick={press}
            />
          )}
        </div>
      )}
      {shown.current.map((note) => (
        // What is no longer so keeps its room.
        <div
          key={note.requestId}
          class="note-room"
          aria-hidden={notes.some(({ requestId }) => requestId === note.requestId) ? undefined : 'true'}
        >
          <NoteLine context={context} note={note} />
        </div>
      ))}
    </>
  );
}

/** The notes as they are now, and in their places those that are no longer so. */
const withRoom = (before: readonly ActionNote[], notes: readonly ActionNote[]): ActionNote[] =>
  keepPlaces(idsOf(before), idsOf(notes)).flatMap(
    (id) => [...notes, ...before].find(({ requestId }) => requestId === id) ?? [],
  );

const idsOf = (notes: readonly ActionNote[]) => notes.map(({ requestId }) => requestId);

/** The label that takes the place of one, and has its room from the start. */
const ROOM_FOR = {
  muteAll: 'unmuteAll',
  unmuteAll: 'muteAll',
  lock: 'unlock',
  unlock: 'lock',
} as const;

function fullName(press: ForAllPress): string {
  if (press === 'lock') return STRINGS.lockMeeting;
  return press === 'unlock' ? STRINGS.unlockMeeting : STRINGS.labels[press];
}
