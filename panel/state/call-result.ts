import { endOf } from '../../protocol/calls';
import type { Call } from '../../protocol/meeting';
import { isLate } from './call-view';

/** How far one destination of a list has come. */
type CallOutcome =
  | 'waiting'
  | 'calling'
  | 'joined'
  | 'left'
  | 'hung-up'
  | 'no-answer'
  | 'unanswered'
  | 'failed'
  | 'unknown'
  | 'not-dialed';

export type CallResult = {
  outcome: CallOutcome;
  /** Whether somebody came, by a call that is over. */
  hadJoined?: boolean;
  /** The node's words, or why it was not dialed. */
  detail?: string | undefined;
  /** From dialing to the answer, or to the end of the wait. */
  seconds?: number | undefined;
};

/** What a call says about its destination; `no-answer` may still become *joined*. */
export function resultOf(call: Call, now: number, noAnswerAfterMs: number): CallResult {
  const { state, startedAt, joinedAt } = call;
  const until = (end: number) => Math.max(0, Math.round((end - startedAt) / 1000));
  switch (state.name) {
    case 'queued':
      return { outcome: 'waiting' };
    case 'calling':
    case 'ringing':
      return isLate(call, now, noAnswerAfterMs)
        ? { outcome: 'no-answer', seconds: until(now) }
        : { outcome: 'calling', seconds: until(now) };
    case 'joined':
      return { outcome: 'joined', seconds: until(joinedAt ?? state.at) };
    case 'left':
      return {
        outcome: endOf(call),
        hadJoined: joinedAt !== undefined,
        seconds: until(joinedAt ?? state.at),
      };
    case 'failed':
      return { outcome: 'failed', detail: state.message, seconds: until(state.at) };
    case 'cancelled':
      return { outcome: 'not-dialed' };
    default:
      return { outcome: 'unknown', seconds: until(state.at) };
  }
}

/** Whether the next one may be dialed. */
export const isOver = ({ outcome }: CallResult) => outcome !== 'waiting' && outcome !== 'calling';

/** Whether somebody came. */
export const isGood = ({ outcome, hadJoined }: CallResult) => outcome === 'joined' || hadJoined === true;
