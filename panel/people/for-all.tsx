import { PEOPLE_STRINGS as STRINGS } from '../../strings/people';
import { carryOut, type PeopleContext } from './context';
import { Icon } from './icons';
import { NoteLine } from './note-line';
import { type ForAllPress, offersForAll } from './offers';
import { PersonMenu } from './person-menu';

/** What can be done about everybody, and what is so of the meeting as a whole. */
export function ForAll({ context }: { context: PeopleContext }) {
  const { meeting, people } = context;
  const offers = offersForAll(meeting);
  const inRow = offers.filter((press) => press !== 'disconnectAll');
  const inMenu = offers.filter((press) => press === 'disconnectAll');
  const notes = people.notes.value.filter(({ uuid }) => uuid === undefined);
  const { guestsMuted, locked } = meeting.conference ?? {};
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
              aria-label={fullName(key)}
              onClick={() => press(key)}
            >
              {STRINGS.labels[key]}
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
      {(guestsMuted || locked) && (
        <p class="person-states">
          {guestsMuted && (
            <span class="person-state">
              <Icon of="muted" />
              {STRINGS.guestsMuted}
            </span>
          )}
          {locked && (
            <span class="person-state">
              <Icon of="locked" />
              {STRINGS.locked}
            </span>
          )}
        </p>
      )}
      {notes.map((note) => (
        <NoteLine key={note.requestId} context={context} note={note} />
      ))}
    </>
  );
}

function fullName(press: ForAllPress): string {
  if (press === 'lock') return STRINGS.lockMeeting;
  return press === 'unlock' ? STRINGS.unlockMeeting : STRINGS.labels[press];
}
