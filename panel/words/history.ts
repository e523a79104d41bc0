import type { Outcome } from '../history/entry';

const outcomes: Record<Outcome, string> = {
  open: 'Not answered when last seen',
  joined: 'Joined',
  left: 'Joined, and left',
  unanswered: 'Ended before it was answered',
  failed: 'Failed',
  unknown: 'Outcome not known',
};

/** What is said of earlier calls. */
export const HISTORY_WORDS = {
  history: 'History',
  search: 'Search the history',
  none: 'No calls yet. What is dialled on this machine is listed here, without PINs and tones.',
  off: 'The history is off: calls are not noted. Switch it on in the options.',
  noneFound: 'No call has all of these words.',
  outcomes,
  failed: (message: string) => `Failed: ${message}`,
  dialAgain: 'Dial again',
  fillIn: 'Fill in the form',
  removed: 'PIN, tones or stream key were not kept.',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying.',
  clear: 'Clear history',
  cleared: (count: number) => `${count} ${count === 1 ? 'call' : 'calls'} removed.`,
  undo: 'Undo',
};
