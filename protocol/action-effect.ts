import type { Meeting } from './meeting';
import type { Conference, Participant, Self } from './people';
import type { ActionName, PersonAction } from './person-actions';

/**
 * Whether an action shows its effect: at the person whom it is about, if the meeting lists them, at the user,
 * if that is who it is about, or at the meeting.
 */
type Effect<Name extends ActionName> = (
  action: Extract<PersonAction, { name: Name }>,
  person: Participant | undefined,
  own: Self | undefined,
  conference: Conference | undefined,
) => boolean;

/** Tones show nowhere, and after the end of the meeting there is nothing to show. */
const never = () => false;
const isGone = (_: unknown, person: object | undefined) => !person;

/** All actions on people. */
const EFFECTS: { [Name in ActionName]: Effect<Name> } = {
  mute: (action, person, own) => !!(person?.isMuted ?? own?.micMuted) === action.muted,
  'mute-video': (action, person, own) => !!(person?.isCameraMuted ?? own?.camMuted) === action.muted,
  admit: (_, person) => !person?.isWaiting,
  disconnect: isGone,
  transfer: isGone,
  spotlight: (action, person) => !person || !!person.isSpotlight === action.active,
  'raise-hand': (action, person) => !!person?.raisedHand === action.raised,
  'set-role': (action, person) => !person || !!person.isHost === (action.role === 'host'),
  'text-overlay': (action, person) => !person || (person.overlayText ?? '') === action.text,
  'mute-all-guests': (action, _, __, conference) => !!conference?.guestsMuted === action.muted,
  lock: (action, _, __, conference) => !!conference?.locked === action.locked,
  dtmf: never,
  'disconnect-all': never,
};

/** Whether a name is that of an action on people. */
export const isActionName = (name: unknown): boolean => Object.keys(EFFECTS).includes(name as string);

/** Whether a meeting and its people show the effect of an action. */
export function isDone(
  action: PersonAction,
  { self, conference }: Meeting,
  people: ReadonlyMap<string, Participant>,
): boolean {
  const { participantUuid: uuid = self?.participantUuid }: Partial<Self> = Object(action);
  const person = people.get(uuid as string);
  const own = uuid === self?.participantUuid ? self : undefined;
  return (EFFECTS[action.name] as Effect<ActionName>)(action as never, person, own, conference);
}
