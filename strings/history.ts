import { strings } from '../locales/strings';

/** What is said of earlier calls. */
export const HISTORY_STRINGS = strings('history', {
  history: 'History',
  search: 'Search the history',
  none: 'No calls yet. What is dialled on this machine is listed here, without PINs and tones.',
  off: 'The history is off: calls are not noted. Switch it on in the options.',
  noneFound: 'No call has all of these words.',
  outcomes: {
    open: 'Not answered when last seen',
    joined: 'Joined',
    left: 'Joined, and left',
    unanswered: 'Ended before it was answered',
    failed: 'Failed',
    unknown: 'Outcome not known',
  },
  failed: 'Failed: {message}',
  dialAgain: 'Dial again',
  fillIn: 'Fill in the form',
  removed: 'PIN, tones or stream key were not kept.',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying.',
  clear: 'Clear history',
  cleared: { one: '{count} call removed.', other: '{count} calls removed.' },
  undo: 'Undo',
});
