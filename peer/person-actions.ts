import type { Meeting, PendingAction } from '../protocol/meeting';
import type { PluginMessage } from '../protocol/messages';
import type { Participant, Self } from '../protocol/people';
import type { PersonAction } from '../protocol/person-actions';
import { type ReducerResult, unchanged } from './reducer-result';

/** More are not kept; the oldest make room. */
const MAX_ACTIONS = 64;

/** Sends an action to the plugin. The state changes only when the plugin reports the effect. */
export function act(meeting: Meeting, action: PendingAction['action'], at: number): ReducerResult {
  return {
    meeting: {
      ...meeting,
      actions: [...without(meeting, action.requestId), { action, at }].slice(-MAX_ACTIONS),
    },
    messages: [action],
  };
}

/** Removes an action: its refusal was read. */
export const dismiss = (meeting: Meeting, requestId: string): ReducerResult =>
  unchanged({ ...meeting, actions: without(meeting, requestId) });

const without = ({ actions }: Meeting, requestId: string): PendingAction[] =>
  actions.filter(({ action }) => action.requestId !== requestId);

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
  return { ...meeting, actions: meeting.actions.filter(({ action }) => !isDone(action, meeting, people)) };
}

function isDone(
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
