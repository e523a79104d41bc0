import { canHangUp, hasFeature, isActive, isDialing } from '../../protocol/calls';
import type { Call, Meeting } from '../../protocol/meeting';
import { isLate } from '../state/call-view';

/** What can be done about a call; the names are those of the words on the buttons. */
export type CallAction = 'dialNext' | 'cancel' | 'hangUp' | 'dialAgain';

/**
 * Whether the plugin cannot tell two open calls apart, so that they take turns unless the user says
 * otherwise.
 */
export const takesTurns = (meeting: Meeting): boolean =>
  meeting.plugin.name === 'ready' && !hasFeature(meeting, 'request-id');

/** What a row offers to do about its call. */
export function actionsOf(call: Call, meeting: Meeting, now: number, noAnswerAfterMs: number): CallAction[] {
  switch (call.state.name) {
    case 'queued':
      return mayJumpIn(call, meeting, now, noAnswerAfterMs) ? ['dialNext', 'cancel'] : ['cancel'];
    case 'calling':
    case 'ringing':
    case 'joined':
      return canHangUp(meeting, call) ? ['hangUp'] : [];
    case 'one-of':
      return [];
    default:
      return isThere(call, meeting) ? [] : ['dialAgain'];
  }
}

/** Whether another call to the same destination is on its way or has joined. */
const isThere = ({ request: { destination } }: Call, { calls }: Meeting): boolean =>
  calls.some((other) => isActive(other) && other.request.destination === destination);

/**
 * The queue stands behind a call that never answers until the user says so: then the next one is dialed
 * beside it. It also stands after a reload of the meeting, since nothing is dialed there by itself.
 */
function mayJumpIn(call: Call, meeting: Meeting, now: number, noAnswerAfterMs: number): boolean {
  const isNext = meeting.calls.findLast(({ state }) => state.name === 'queued') === call;
  const ahead = meeting.calls.filter(isDialing);
  return isNext && ahead.every((each) => isLate(each, now, noAnswerAfterMs));
}
