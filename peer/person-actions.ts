import type { Meeting, PendingAction } from '../protocol/meeting';
import type { PluginMessage } from '../protocol/messages';
import type { Participant } from '../protocol/people';
import type { PersonAction } from '../protocol/person-actions';
import { type ReducerResult, unchanged } from './reducer-result';

/** More are not kept; the oldest make room. */
const MAX_ACTIONS = 64;

/** Sends an action to the plugin. The state changes only when the plugin reports the effect. */
export function act(meeting: Meeting, action: PendingAction['action'], at: number): ReducerResult {
  const others = meeting.actions.filter((each) => each.action.requestId !== action.requestId);
  return {
    meeting: { ...meeting, actions: [...others, { action, at }].slice(-MAX_ACTIONS) },
    messages: [action],
  };
}

/** Removes an action: its refusal was read. */
export const dismiss = (meeting: Meeting, requestId: string): ReducerResult =>
  unchanged({ ...meeting, actions: meeting.actions.filter(({ action }) => action.requestId !== requestId) });

/** Notes the refusal of an action. A refusal of somebody else's action changes nothing. */
export const onActionError = (
  meeting: Meeting,
  { requestId, message: error }: Extract<PluginMessage, { name: 'action-error' }>,
): ReducerResult =>
  unchanged({
    ...meeting,
    actions: meeting.actions.map((each) => (each.action.requestId === requestId ? { ...each, error } : each)),
  });

/** The meeting without the actions whose effect it shows. */
export function withoutDone(meeting: Meeting, people: ReadonlyMap<string, Participant>): Meeting {
  const actions = meeting.actions.filter(({ action }) => !isDone(action, meeting, people));
  return actions.length === meeting.actions.length ? meeting : { ...meeting, actions };
}

function isDone(
  action: PersonAction,
  { self, conference }: Meeting,
  people: ReadonlyMap<string, Participant>,
): boolean {
  const named = 'participantUuid' in action ? action.participantUuid : undefined;
  const uuid = named ?? self?.participantUuid;
  const person = uuid === undefined ? undefined : people.get(uuid);
  const own = uuid === self?.participantUuid ? self : undefined;
  switch (action.name) {
    case 'mute':
      return (own?.micMuted ?? person?.isMuted ?? false) === action.muted || person?.isMuted === action.muted;
    case 'mute-video':
      return (own?.camMuted ?? person?.isCameraMuted ?? false) === action.muted;
    case 'admit':
      return !person?.isWaiting;
    case 'disconnect':
    case 'transfer':
      return !person;
    case 'spotlight':
      return !person || Boolean(person.isSpotlight) === action.active;
    case 'raise-hand':
      return Boolean(person?.raisedHand) === action.raised;
    case 'set-role':
      return !person || Boolean(person.isHost) === (action.role === 'host');
    case 'text-overlay':
      return !person || (person.overlayText ?? '') === action.text;
    case 'mute-all-guests':
      return Boolean(conference?.guestsMuted) === action.muted;
    case 'lock':
      return Boolean(conference?.locked) === action.locked;
    // Tones show nowhere, and after the end of the meeting there is nothing to show.
    default:
      return false;
  }
}
