import type { Participant } from '@pexip/infinity';
import { element, onClick } from './dom';
import type { ButtonAt, OnPress } from './plugin-button';

function stateOf({ isConnecting, isWaiting }: Participant): string {
  if (isConnecting) return 'connecting';
  return isWaiting ? 'waiting' : 'joined';
}

function marksOf(participant: Participant): string[] {
  const marks = [participant.isHost ? 'host' : 'guest'];
  if (participant.isMuted) marks.push('muted');
  if (participant.raisedHand) marks.push('hand raised');
  if (participant.isSpotlight) marks.push('spotlight');
  if (participant.isStreaming) marks.push('streaming');
  return marks;
}

function rosterEntry(
  participant: Participant,
  actions: ButtonAt<'participantActions'>[],
  onPress: OnPress,
): HTMLElement {
  const { uuid, displayName } = participant;
  const state = stateOf(participant);
  const name = displayName || uuid;
  const offered = actions.filter(
    ({ payload }) => !payload.participantIDs || payload.participantIDs.includes(uuid),
  );
  const buttons = offered.map((action) => {
    const button = element('button', {
      type: 'button',
      class: 'action',
      'aria-label': `${action.payload.label}: ${name}`,
    });
    button.textContent = action.payload.label;
    onClick(button, () => onPress(action, { participantUuid: uuid }));
    return button;
  });
  return element(
    'li',
    { 'data-uuid': uuid, 'data-state': state },
    element('span', { class: 'avatar', 'aria-hidden': 'true' }, name.slice(0, 1).toUpperCase()),
    element('span', { class: 'name' }, name),
    element('span', { class: 'state' }, [state, ...marksOf(participant)].join(' · ')),
    ...buttons,
  );
}

/** Shows who is in the meeting, with the plugins' actions on each. */
export function showRoster(
  list: HTMLElement,
  participants: Participant[],
  actions: ButtonAt<'participantActions'>[],
  onPress: OnPress,
): void {
  list.replaceChildren(...participants.map((participant) => rosterEntry(participant, actions, onPress)));
}
