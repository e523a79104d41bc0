import { hasFeature, isDialing, isOpen } from '../protocol/calls';
import { LIMITS } from '../protocol/limits';
import type { Call, CallState, Meeting } from '../protocol/meeting';
import type { HostMessage, PluginMessage } from '../protocol/messages';
import type { PanelRequest } from '../protocol/panel-requests';
import { applyUpdate, type CallRef, markUnknown, namesCall, withCalls } from './call-progress';
import { type ReducerResult, unchanged } from './reducer-result';

/** Applies a message of the plugin to the calls of its meeting. */
export function onCallMessage(meeting: Meeting, message: PluginMessage, now: number): ReducerResult {
  switch (message.name) {
    case 'ready':
      // The plugin may have been reloaded, and the meeting with it. At `connected` the peer asks for the
      // calls.
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
      const call = meeting.calls.find((each) => each.hangUp && namesCall(message, each));
      return unchanged(
        call ? withCall(meeting, call, { ...call, hangUp: { error: message.message } }) : meeting,
      );
    }
    default:
      return unchanged(meeting);
  }
}

/**
 * Applies a report to its call. When the last open call is answered, the first call in the queue is dialed.
 */
function onCallUpdate(before: Meeting, ref: CallRef, to: CallState): ReducerResult {
  const meeting = applyUpdate(before, ref, to);
  const isFree = isBusy(before) && !isBusy(meeting);
  const next = meeting.calls.findLast(({ state }) => state.name === 'queued');
  return next && isFree ? dialNow(meeting, next.id, to.at) : unchanged(meeting);
}

/**
 * Whether the next call has to wait for an answer. Not for one that the page may be waiting for, and may
 * never get.
 */
const isBusy = ({ calls, contested }: Meeting): boolean => calls.some(contested ? isDialing : isOpen);

/** Ends the joined calls of those who are gone, with a plugin that reports only the people. */
export function withoutGone(meeting: Meeting, gone: readonly string[], now: number): Meeting {
  if (hasFeature(meeting, 'dial-out-progress')) return meeting;
  const hasLeft = ({ uuid = '', state }: Call) => state.name === 'joined' && gone.includes(uuid);
  if (!meeting.calls.some(hasLeft)) return meeting;
  return withCalls(meeting, (call) => (hasLeft(call) ? { ...call, state: { name: 'left', at: now } } : call));
}

/** Asks for the state of the calls that became unknown, if the plugin supports that. */
export function statusQuery(meeting: Meeting): HostMessage[] {
  const lost = meeting.calls.filter(({ state }) => state.name === 'unknown');
  // The ids of calls are for the meeting in which they were placed, and only a name shows that this is it.
  if (lost.length === 0 || meeting.alias === undefined || !hasFeature(meeting, 'call-status')) return [];
  return [{ name: 'call-status', calls: lost.map(({ id: requestId, uuid }) => ({ requestId, uuid })) }];
}

/** Dials, or puts a call that has to wait for its turn into the queue. */
export function dial(
  meeting: Meeting,
  { call: id, request: body, overlap }: Extract<PanelRequest, { type: 'dial' }>,
  now: number,
): ReducerResult {
  const call: Call = { id, request: body, startedAt: now, state: { name: 'queued', at: now } };
  if (meeting.calls.filter(isOpen).length >= LIMITS.openCalls) {
    call.state = { name: 'failed', message: `${LIMITS.openCalls} calls are unanswered`, at: now };
  }
  const next = { ...meeting, calls: [call, ...withRoom(meeting.calls)] };
  const waits = !overlap && isBusy(meeting) && !hasFeature(meeting, 'request-id');
  return waits ? unchanged(next) : dialNow(next, id, now);
}

/** The calls, with room for one more: the oldest that is over goes, or the oldest at all. */
function withRoom(calls: readonly Call[]): readonly Call[] {
  if (calls.length < LIMITS.calls) return calls;
  const over = calls.findLastIndex(({ state: { name } }) => name === 'left' || name === 'failed');
  return calls.filter((_, index) => index !== (over < 0 ? calls.length - 1 : over));
}

/**
 * Dials a call that has waited in the queue; one that has not is left alone, so that none is dialed twice.
 */
export function dialNow(meeting: Meeting, id: string, now: number): ReducerResult {
  const queued = meeting.calls.find((call) => call.id === id && call.state.name === 'queued');
  if (!queued) return unchanged(meeting);
  const placed: Call = { ...queued, startedAt: now, state: { name: 'calling', at: now } };
  return {
    meeting: withCall(meeting, queued, placed),
    messages: [{ name: 'dial-out', ...queued.request, requestId: id }],
  };
}

/** Hangs a call up, or takes it out of the queue. */
export function hangUp(meeting: Meeting, id: string, now: number): ReducerResult {
  const call = meeting.calls.find((each) => each.id === id);
  if (!call) return unchanged(meeting);
  const isQueued = call.state.name === 'queued';
  const ending: Call = isQueued
    ? { ...call, state: { name: 'cancelled', at: now } }
    : { ...call, hangUp: {} };
  return {
    meeting: withCall(meeting, call, ending),
    messages: isQueued ? [] : [hangUpOf(meeting, call)],
  };
}

/** A plugin of the second namespace ends calls as it disconnects anybody, and announces that. */
const hangUpOf = (meeting: Meeting, { id: requestId, uuid }: Call): HostMessage =>
  uuid !== undefined && !hasFeature(meeting, 'hang-up') && hasFeature(meeting, 'disconnect')
    ? { name: 'disconnect', participantUuid: uuid }
    : { name: 'hang-up', requestId, uuid };

/** The meeting with one of its calls replaced. */
const withCall = (meeting: Meeting, call: Call, next: Call): Meeting => ({
  ...meeting,
  calls: meeting.calls.map((each) => (each === call ? next : each)),
});
