import type { Meeting } from '../../protocol/meeting';
import { PEOPLE_STRINGS as STRINGS } from '../../strings/people';
import { Icon } from './icons';

/**
 * What is so of the meeting as a whole. Each state has its room from the start: what another host does moves
 * no row.
 */
export function MeetingStates({ conference }: Pick<Meeting, 'conference'>) {
  const states = [
    ['muted', STRINGS.guestsMuted, conference?.guestsMuted],
    ['locked', STRINGS.locked, conference?.locked],
  ] as const;
  return (
    <p class="person-states meeting-states">
      {states.map(([icon, text, isSo]) => (
        <span key={icon} class="person-state" aria-hidden={isSo ? undefined : 'true'}>
          <Icon of={icon} />
          {text}
        </span>
      ))}
    </p>
  );
}
