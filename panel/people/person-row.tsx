import { formatElapsed } from '../../locales/format';
import type { Call } from '../../protocol/meeting';
import type { Participant } from '../../protocol/people';
import { PEOPLE_STRINGS as STRINGS } from '../../strings/people';
import { useFocusWhenGone } from '../ui/use-focus-when-gone';
import { carryOut, type PeopleContext } from './context';
import { Icon, type PersonState } from './icons';
import { NoteLine } from './note-line';
import { isCameraOff, isMuted, offersFor, type PersonPress } from './offers';
import { nameOf } from './people-store';
import { PersonMenu } from './person-menu';
import { showCall } from './show-call';

type Props = {
  context: PeopleContext;
  person: Participant;
  /** The call by which they were dialed from here. */
  call: Call | undefined;
  position: number;
  count: number;
};

/** One person: who, what is so, and what can be done. */
export function PersonRow({ context, person, call, position, count }: Props) {
  const { meeting, notesAbout, isHeld } = context;
  const { uuid } = person;
  const name = nameOf(person);
  const notes = notesAbout.value.get(uuid) ?? [];
  const offers = offersFor(person, meeting);
  // Who waits is let in or not: both stand in the row.
  const inRow = offers.slice(0, person.isWaiting ? 2 : 1);
  const inMenu = offers.slice(inRow.length);
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
          <span class="person-role">{person.isHost ? STRINGS.host : STRINGS.guest}</span>
        </p>
        <div class="person-buttons">
          {inRow.map((key) => (
            <button
              key={key}
              type="button"
              class="small"
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
      <States context={context} person={person} call={call} />
      {notes.map((note) => (
        <NoteLine key={note.requestId} context={context} note={note} name={name} />
      ))}
    </li>
  );
}

/** What stands on a button: a part of its name, as who speaks to the browser says it. */
const labelOf = (key: PersonPress, name: string): string =>
  key === 'makeHost' || key === 'makeGuest' ? STRINGS.names[key](name) : STRINGS.labels[key];

export const personId = (uuid: string): string => `person-${uuid}`;

/** What is so, in words with their shapes. */
function States({ context, person, call }: Pick<Props, 'context' | 'person' | 'call'>) {
  const { meeting, panel } = context;
  const all: Record<PersonState, boolean | undefined> = {
    raised: person.raisedHand,
    ringing: person.isRinging,
    muted: isMuted(person, meeting) || person.isClientMuted,
    cameraOff: isCameraOff(person, meeting),
    presenting: person.isPresenting,
    spotlit: person.isSpotlight,
  };
  const states = (Object.keys(all) as PersonState[]).filter((state) => all[state]);
  const name = nameOf(person);
  const { overlayText = '' } = person;
  const isOverlaid = overlayText !== '' && overlayText !== person.displayName;
  if (states.length === 0 && !call && !isOverlaid) return null;
  return (
    <p class="person-states">
      {states.map((state) => (
        <span key={state} class={`person-state state-${state}`}>
          <Icon of={state} />
          {STRINGS.states[state]}
        </span>
      ))}
      {isOverlaid && <span class="person-state">{STRINGS.overlaid(overlayText)}</span>}
      {call && (
        <button type="button" class="plain" onClick={() => showCall(panel, call)}>
          {dialedText(call, panel.store.clock.value)}
          <span class="unseen"> {STRINGS.showCall(name)}</span>
        </button>
      )}
    </p>
  );
}

/** Since when they are here by our call. */
function dialedText({ joinedAt, state }: Call, now: number): string {
  return state.name === 'joined'
    ? STRINGS.dialedFor(formatElapsed(now - (joinedAt ?? state.at)))
    : STRINGS.dialed;
}
