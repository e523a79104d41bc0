/**
 * What becomes of a call when something is said about it.
 *
 *   queued ─▶ calling ─▶ ringing ─▶ joined ─▶ left
 *      │         └─────────┴─▶ failed             any of the three in the middle ─▶ unknown, when the meeting
 *      └▶ canceled                                is reloaded or left, and back when the plugin can tell
 *
 * A message belongs to the call that it names: by `requestId`, else by `uuid`. One that names a call which is
 * not ours, or which has ended, changes nothing. Only an answer of a plugin that never repeats ids may go
 * without: it belongs to the one open call, and if several may be open, to *one of these* (see `oneOf`).
 */
import { hasFeature, isActive, isOpen } from '../protocol/calls';
import type { Call, CallState, Meeting } from '../protocol/meeting';

/** The ids by which a message refers to its call. */
export type CallRef = {
  requestId?: string | undefined;
  uuid?: string | undefined;
  displayName?: string | undefined;
};

/** Whether a message names this call. */
export const namesCall = ({ requestId, uuid }: CallRef, call: Call): boolean =>
  requestId === undefined ? uuid !== undefined && call.uuid === uuid : call.id === requestId;

/** Applies a report of the plugin to the call that it names. */
export function applyUpdate(meeting: Meeting, ref: CallRef, to: CallState): Meeting {
  let isMeant = (call: Call) => namesCall(ref, call);
  const isAnswer = to.name === 'joined' || to.name === 'failed';
  const mayBeAnybodys = isAnswer && ref.requestId === undefined && !hasFeature(meeting, 'request-id');
  if (mayBeAnybodys && !meeting.calls.some(isMeant)) {
    const open = meeting.calls.filter(isOpen);
    isMeant = isOpen;
    // Where the page answers the plugin, it may have dialed as well.
    const of = open.length + Number(meeting.contested);
    if (of > 1) [to, ref] = [oneOf(open, of, to), {}];
  }
  return withCalls(meeting, (call) => (isMeant(call) ? move(call, to, ref) : call));
}

/** A call goes forward only; what is not here has not begun, or never will. */
const ORDER: readonly CallState['name'][] = [
  'unknown',
  'calling',
  'one-of',
  'ringing',
  'failed',
  'joined',
  'left',
];
const FAILED = ORDER.indexOf('failed');
const LEFT = ORDER.indexOf('left');

function move(call: Call, to: CallState, { uuid, displayName }: CallRef): Call {
  const from = call.state;
  const before = ORDER.indexOf(from.name);
  const after = ORDER.indexOf(to.name);
  // The same once more: only before the answer, where it may bring the uuid, or another answer of many.
  if (before < 0 || before === FAILED || after < before || (after === before && after > FAILED)) return call;
  return {
    ...call,
    uuid: uuid ?? call.uuid,
    displayName: displayName ?? call.displayName,
    // It is there again: a request to hang up was lost with the plugin that had received it.
    hangUp: from.name === 'unknown' && after < LEFT ? undefined : call.hangUp,
    joinedAt: to.name === 'joined' ? (call.joinedAt ?? to.at) : call.joinedAt,
    // They left while nobody could see it: what is known is how long they were seen.
    state: to.name === 'left' && from.name === 'unknown' ? { ...to, at: from.at } : to,
  };
}

/**
 * An answer to one of several open calls, nobody knows which. Each open call carries the answers counted so
 * far; a call dialed meanwhile becomes one of them. When as many answers have come as there are calls and
 * all say the same, the calls have that end after all; otherwise *one of these* is their end.
 */
function oneOf(open: readonly Call[], of: number, answer: CallState): CallState {
  let joined = answer.name === 'joined' ? 1 : 0;
  let failed = answer.name === 'failed' ? [answer.message] : [];
  for (const { state } of open) {
    if (state.name !== 'one-of') continue;
    joined += state.joined;
    failed = [...state.failed, ...failed];
    break;
  }
  const { at } = answer;
  if (joined === of) return { name: 'joined', at };
  if (failed.length === of) return { name: 'failed', message: [...new Set(failed)].join(' / '), at };
  return { name: 'one-of', of, joined, failed, at };
}

/** The meeting with its calls passed through `change`. */
export const withCalls = (meeting: Meeting, change: (call: Call) => Call): Meeting => ({
  ...meeting,
  calls: meeting.calls.map(change),
});

/**
 * Marks the calls of a meeting that was reloaded or left as unknown, and cancels those in the queue: what is
 * there next may be another meeting.
 */
export const markUnknown = (meeting: Meeting, why: 'reloaded' | 'left', at: number): Meeting =>
  withCalls(meeting, (call) => {
    if (call.state.name === 'queued') return { ...call, state: { name: 'cancelled', why, at } };
    return isOpen(call) || isActive(call) ? { ...call, state: { name: 'unknown', why, at } } : call;
  });
