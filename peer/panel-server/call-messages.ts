import type { CallState, Meeting } from '../../protocol/meeting';
import type { HostMessage, PluginMessage } from '../../protocol/messages';
import { type ReducerResult, unchanged } from '../reducer-result';
import { applyUpdate, type CallRef, isNamed, withCall } from './call-progress';
import { can, isOpen, markUnknown } from './calls';
import { dialNow } from './dial';

/** What follows for a meeting's calls from what its plugin says. A pure function, as `onPluginMessage` is. */
export function onCallMessage(meeting: Meeting, message: PluginMessage, now: number): ReducerResult {
  switch (message.name) {
    case 'ready':
      // It may have been reloaded, and the meeting with it: what became of the calls is asked at `connected`.
      return unchanged(markUnknown(meeting, 'reloaded', now));
    case 'connected':
      return { meeting, messages: statusQuery(meeting) };
    case 'disconnected':
      return unchanged(markUnknown(meeting, 'left', now));
    case 'dial-out-success':
      return onCallUpdate(meeting, message, { name: 'joined', at: now });
    case 'dial-out-error':
      return onCallUpdate(meeting, message, { name: 'failed', message: message.message, at: now });
    case 'dial-out-progress':
      return onCallUpdate(meeting, message, { name: message.state, at: now });
    case 'hang-up-error': {
      const call = meeting.calls.find((each) => each.hangUp && isNamed(message, each));
      return unchanged(
        call ? withCall(meeting, call, { ...call, hangUp: { error: message.message } }) : meeting,
      );
    }
    default:
      return unchanged(meeting);
  }
}

/** The call has come so far. When the last open one is answered, that which has waited longest is dialled. */
function onCallUpdate(before: Meeting, ref: CallRef, to: CallState): ReducerResult {
  const meeting = applyUpdate(before, ref, to);
  const isFree = before.calls.some(isOpen) && !meeting.calls.some(isOpen);
  const next = meeting.calls.findLast(({ state }) => state.name === 'queued');
  return next && isFree ? dialNow(meeting, next.id, to.at) : unchanged(meeting);
}

/** Asks for the truth about calls that were lost from sight, of a plugin that can tell. */
function statusQuery(meeting: Meeting): HostMessage[] {
  const lost = meeting.calls.filter(({ state }) => state.name === 'unknown');
  if (lost.length === 0 || !can(meeting, 'call-status')) return [];
  return [{ name: 'call-status', calls: lost.map(({ id: requestId, uuid }) => ({ requestId, uuid })) }];
}
