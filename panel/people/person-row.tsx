import { useRef } from 'preact/hooks';
import type { Call } from '../../protocol/meeting';
import type { Participant } from '../../protocol/people';
import { PEOPLE_STRINGS as STRINGS } from '../../strings/people';
import { useFocusWhenGone } from '../ui/use-focus-when-gone';
import { carryOut, type PeopleContext } from './context';
import { NoteLine } from './note-line';
import { isBad } from './notes';
import { offersFor, type PersonPress } from './offers';
import { shownNameOf } from './people-store';
import { PersonMenu } from './person-menu';
import { PersonStates } from './person-states';

type Props = {
  context: PeopleContext;
  person: Participant;
  /** The call by which they were dialed from here. */
  call: Call | undefined;
  /** Whether no other button may take the place of one. */
  isStill: boolean;
  /** The height that it keeps, whatever comes into it. */
  height: string | undefined;
  position: number;
  count: number;
};

/** One person: who, what is so, and what can be done. */
export function PersonRow({ context, person, call, isStill, height, position, count }: Props) {
  const { meeting, notesAbout, isHeld } = context;
  const { uuid } = person;
  const name = shownNameOf(person);
  const notes = notesAbout.value.get(uuid) ?? [];
  const { inRow, inMenu } = useOffers(context, person, isStill);
  const { row, keepFocus } = useFocusWhenGone();
  const press = (key: PersonPress) => {
    keepFocus();
    carryOut(context, key, uuid, name);
  };
  return (
    <li
      ref={row}
      class="person"
      id={personId(uuid)}
      data-id={uuid}
      style={{ height }}
      tabindex={-1}
      aria-setsize={count}
      aria-posinset={position}
    >
      <div class="person-line">
        <p class="person-name">
          <b>
            <bdi>{name}</bdi>
          </b>{' '}
          {uuid === meeting.self?.participantUuid && <span class="person-you">{STRINGS.you}</span>}{' '}
        </p>
        <div class="person-buttons">
          {inRow.map((key) => (
            <button
              key={key}
              type="button"
              class="small"
              data-room={ROOM_FOR[key] && STRINGS.labels[ROOM_FOR[key]]}
              aria-label={STRINGS.names[key](name)}
              onClick={() => press(key)}
            >
              {labelOf(key, name)}
            </button>
          ))}
          {inMenu.length > 0 && (
            <PersonMenu
              id={`${personId(uuid)}-menu`}
              label={STRINGS.more(name)}
              items={inMenu.map((key) => ({
                key,
                label: labelOf(key, name),
                name: STRINGS.names[key](name),
              }))}
              onPick={press}
              onOpen={(isOpen) => {
                isHeld.value = isOpen;
              }}
            />
          )}
        </div>
      </div>
      <PersonStates context={context} person={person} call={call} notes={notes} />
      {notes.filter(isBad).map((note) => (
        <NoteLine key={note.requestId} context={context} note={note} name={name} />
      ))}
    </li>
  );
}

/**
 * The buttons in the row, and those in its menu. A hand that is raised or lowered changes the first button
 * only while the pointer rests, so that nobody presses another button than the one they aimed at.
 */
function useOffers({ meeting }: PeopleContext, person: Participant, isStill: boolean) {
  const offers = offersFor(person, meeting);
  const wanted = offers[0] === 'lowerHand';
  const isHandFirst = useRef(wanted);
  if (!isStill) isHandFirst.current = wanted;
  const ordered: PersonPress[] =
    isHandFirst.current === wanted
      ? offers
      : wanted
        ? [...offers.slice(1, 2), 'lowerHand', ...offers.slice(2)]
        : ['lowerHand', ...offers];
  // Somebody who waits is admitted or removed: both buttons are in the row.
  const split = person.isWaiting ? 2 : 1;
  return { inRow: ordered.slice(0, split), inMenu: ordered.slice(split) };
}

/** The label that takes the place of one, and has its room from the start. */
const ROOM_FOR: Partial<Record<PersonPress, 'mute' | 'unmute'>> = { mute: 'unmute', unmute: 'mute' };

/** What stands on a button: a part of its name, as who speaks to the browser says it. */
const labelOf = (key: PersonPress, name: string): string =>
  key === 'makeHost' || key === 'makeGuest' ? STRINGS.names[key](name) : STRINGS.labels[key];

/** The id of a person’s row in the document. */
export const personId = (uuid: string): string => `person-${uuid}`;
