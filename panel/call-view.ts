import type { Call } from '../protocol/meeting';
import { WORDS } from './words';

/** A call unanswered for longer than this reads *No answer yet*. It may still be answered. */
export const NO_ANSWER_AFTER_MS = 60_000;

export type CallLook = 'calling' | 'no-answer' | 'joined' | 'failed';

/** What a row of the list shows of a call at a moment. */
export type CallView = { look: CallLook; label: string; elapsed: string | undefined };

/** Derives what to show of a call; *No answer yet* comes from the clock alone, so a late answer undoes it. */
export function viewCall({ state, startedAt }: Call, now: number): CallView {
  switch (state.name) {
    case 'calling': {
      const elapsed = formatElapsed(now - startedAt);
      return now - startedAt > NO_ANSWER_AFTER_MS
        ? { look: 'no-answer', label: WORDS.noAnswer, elapsed }
        : { look: 'calling', label: WORDS.calling, elapsed };
    }
    case 'joined':
      return { look: 'joined', label: WORDS.joined, elapsed: formatElapsed(now - state.at) };
    case 'failed':
      return { look: 'failed', label: WORDS.failed(state.message || WORDS.noReason), elapsed: undefined };
  }
}

/** The name of the called party: the one it joined with, else the one that was asked for. */
export function nameOf({ request, state }: Call): string | undefined {
  return (state.name === 'joined' && state.displayName) || request.remote_display_name || undefined;
}

/** `1:04`, or `1:02:03` from an hour on. */
export function formatElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  const twoDigits = (n: number) => String(n).padStart(2, '0');
  const tail = twoDigits(seconds % 60);
  return minutes < 60
    ? `${minutes}:${tail}`
    : `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${tail}`;
}
