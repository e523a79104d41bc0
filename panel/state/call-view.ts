import { formatElapsed, formatList } from '../../locales/format';
import { isDialing, isHungUp } from '../../protocol/calls';
import type { Call } from '../../protocol/meeting';
import { STRINGS } from '../../strings/panel';

export type CallAppearance =
  | 'queued'
  | 'calling'
  | 'ringing'
  | 'no-answer'
  | 'joined'
  | 'left'
  | 'failed'
  | 'unknown'
  | 'one-of';

/** What a row of the list shows of a call at a moment. */
type CallView = {
  appearance: CallAppearance;
  label: string;
  elapsed?: string | undefined;
  /** What to try, or how to find out. */
  hint?: string | undefined;
};

/**
 * Derives what to show of a call at a moment. *No answer yet* comes from the clock alone, so a late answer
 * undoes it.
 */
export function viewCall(call: Call, now: number, noAnswerAfterMs: number): CallView {
  const { state, startedAt, joinedAt } = call;
  const waited = formatElapsed(now - startedAt);
  const isHangingUp = isHungUp(call);
  switch (state.name) {
    case 'queued':
      return { appearance: 'queued', label: STRINGS.queued };
    case 'cancelled':
      return {
        appearance: 'left',
        label: state.why ? STRINGS.neverDialed[state.why] : STRINGS.cancelled,
      };
    case 'calling':
    case 'ringing':
      if (isHangingUp) return { appearance: state.name, label: STRINGS.hangingUp, elapsed: waited };
      return isLate(call, now, noAnswerAfterMs)
        ? {
            appearance: 'no-answer',
            label: STRINGS.noAnswer,
            elapsed: waited,
            hint: STRINGS.hints.noAnswerYet,
          }
        : { appearance: state.name, label: STRINGS.outgoing[state.name], elapsed: waited };
    case 'joined':
      return {
        appearance: 'joined',
        label: isHangingUp ? STRINGS.hangingUp : STRINGS.joined,
        elapsed: formatElapsed(now - (joinedAt ?? state.at)),
      };
    case 'left':
      if (joinedAt === undefined)
        return { appearance: 'left', label: isHangingUp ? STRINGS.hungUp : STRINGS.unanswered };
      return {
        appearance: 'left',
        label: isHangingUp ? STRINGS.hungUp : STRINGS.left,
        elapsed: formatElapsed(state.at - joinedAt),
      };
    case 'failed': {
      const label = STRINGS.failed(state.message || STRINGS.noReason);
      return { appearance: 'failed', label, hint: hintFor(state.message, call.request.destination) };
    }
    case 'unknown':
      return { appearance: 'unknown', label: STRINGS.unknown[state.why], hint: STRINGS.hints.unknown };
    case 'one-of':
      return { appearance: 'one-of', label: oneOf(state), hint: STRINGS.hints.oneOf };
  }
}

/** Whether an answer is due for longer than the user wants to wait. */
export const isLate = ({ state, startedAt }: Call, now: number, noAnswerAfterMs: number): boolean =>
  isDialing({ state }) && now - startedAt > noAnswerAfterMs;

/** What to try after a refusal; the node's words are its own, so only the plain cases are told apart. */
function hintFor(message: string, destination: string): string {
  const reason = message.replaceAll(destination, '');
  if (/\bbusy\b|\bdeclined?\b/i.test(reason)) return STRINGS.hints.busy;
  if (/\binvalid role\b|\bnot allowed\b|\bforbidden\b/i.test(reason)) return STRINGS.hints.notAllowed;
  if (/\bmust (be|not be)\b|\bis required\b|\binvalid request\b/i.test(reason)) return STRINGS.hints.field;
  if (/\bunanswered\b|\bnot? answer/i.test(reason)) return STRINGS.hints.unanswered;
  return STRINGS.hints.address;
}

/** The called party's name, the one it joined with or else was given, where it says more than its address. */
export const partyNameOf = ({ request, displayName }: Call): string | undefined =>
  [displayName, request.remote_display_name].find((name) => name && name !== request.destination);

/** "One of 3 calls: 1 joined, 1 failed (busy), 1 still open" */
function oneOf({ of, joined, failed }: Extract<Call['state'], { name: 'one-of' }>): string {
  const open = of - joined - failed.length;
  const reasons = formatList([...new Set(failed)].filter(Boolean));
  const outcomes = formatList([
    ...(joined > 0 ? [STRINGS.oneOf.joined(joined)] : []),
    ...(failed.length > 0 ? [whyFailed(failed.length, reasons)] : []),
    ...(open > 0 ? [STRINGS.oneOf.open(open)] : []),
  ]);
  return STRINGS.oneOf.calls({ count: of, outcomes });
}

const whyFailed = (count: number, reasons: string) =>
  reasons ? STRINGS.oneOf.failedWhy({ count, reasons }) : STRINGS.oneOf.failed(count);
