import { LIMITS } from '../../protocol/limits';
import type { Call, Meeting } from '../../protocol/meeting';
import type { PanelRequest } from '../../protocol/panel';
import { type ReducerResult, unchanged } from '../reducer-result';
import { withCall } from './call-progress';
import { can, isOpen } from './calls';

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
  const waits = !overlap && !can(meeting, 'request-id') && meeting.calls.some(isOpen);
  return waits ? unchanged(next) : dialNow(next, id, now);
}

/** The calls, with room for one more: the oldest that is over goes, or the oldest at all. */
function withRoom(calls: readonly Call[]): readonly Call[] {
  if (calls.length < LIMITS.calls) return calls;
  const over = calls.findLastIndex(({ state: { name } }) => name === 'left' || name === 'failed');
  return calls.filter((_, index) => index !== (over < 0 ? calls.length - 1 : over));
}

/** Dials a call that has waited in the queue; one that has not is left alone, so that none is dialled twice. */
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
    messages: isQueued ? [] : [{ name: 'hang-up', requestId: id, uuid: call.uuid }],
  };
}
