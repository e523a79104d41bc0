import { formatElapsed } from '../../locales/format';
import type { Call } from '../../protocol/meeting';
import type { Participant } from '../../protocol/people';
import { PEOPLE_STRINGS as STRINGS } from '../../strings/people';
import { plainName } from '../request/meeting/plain-name';
import type { PeopleContext } from './context';
import { Icon, type PersonState } from './icons';
import { type ActionNote, isBad, noteText } from './notes';
import { isCameraOff, isMuted } from './offers';
import { shownNameOf } from './people-store';
import { showCall } from './show-call';

type Props = {
  context: PeopleContext;
  person: Participant;
  /** The call by which they were dialed from here. */
  call: Call | undefined;
  notes: readonly ActionNote[];
};

/**
 * What is so, in words with their shapes. The line is always there: somebody who is muted must not push the
 * rows below away from the pointer.
 */
export function PersonStates({ context, person, call, notes }: Props) {
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
  const name = shownNameOf(person);
  const overlayText = plainName(person.overlayText ?? '');
  const isOverlaid = overlayText !== '' && overlayText !== name;
  return (
    <p class="person-states">
      <span class="person-role">{person.isHost ? STRINGS.host : STRINGS.guest}</span>
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
      {notes
        .filter((note) => !isBad(note))
        .map((note) => (
          <span key={note.requestId} class="person-note">
            {noteText(note)}
          </span>
        ))}
    </p>
  );
}

/** Since when they are here by our call. */
function dialedText({ joinedAt, state }: Call, now: number): string {
  return state.name === 'joined'
    ? STRINGS.dialedFor(formatElapsed(now - (joinedAt ?? state.at)))
    : STRINGS.dialed;
}
