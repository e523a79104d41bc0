import { isDone } from '../protocol/action-effect';
import type { Meeting, PendingAction } from '../protocol/meeting';
import type { PluginMessage } from '../protocol/messages';
import type { Participant } from '../protocol/people';
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
