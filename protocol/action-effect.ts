import type { Meeting } from './meeting';
import type { Participant, Self } from './people';
import type { PersonAction } from './person-actions';

/** Whether a meeting shows the effect of an action. */
export function isDone(
  action: PersonAction,
  { self, conference }: Meeting,
  people: ReadonlyMap<string, Participant>,
): boolean {
  const { participantUuid: uuid = self?.participantUuid }: Partial<Self> = Object(action);
  const person = uuid === undefined ? undefined : people.get(uuid);
  const own = uuid === self?.participantUuid ? self : undefined;
  switch (action.name) {
    case 'mute':
      return !!(person?.isMuted ?? own?.micMuted) === action.muted;
    case 'mute-video':
      return !!(person?.isCameraMuted ?? own?.camMuted) === action.muted;
    case 'admit':
      return !person?.isWaiting;
    case 'disconnect':
    case 'transfer':
      return !person;
    case 'spotlight':
      return !person || !!person.isSpotlight === action.active;
    case 'raise-hand':
      return !!person?.raisedHand === action.raised;
    case 'set-role':
      return !person || !!person.isHost === (action.role === 'host');
    case 'text-overlay':
      return !person || (person.overlayText ?? '') === action.text;
    case 'mute-all-guests':
      return !!conference?.guestsMuted === action.muted;
    case 'lock':
      return !!conference?.locked === action.locked;
    // Tones show nowhere, and after the end of the meeting there is nothing to show.
    default:
      return false;
  }
}
