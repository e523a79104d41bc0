import { strings } from '../locales/strings';

/** Texts of the history of calls. */
export const HISTORY_STRINGS = strings('history', {
  history: 'History',
  earlier: 'Earlier',
  search: 'Search the history',
  none: 'No calls yet. Calls from this device appear here, without PINs or tones.',
  off: 'Call history is off. Turn it on in the options.',
  offManaged: 'Call history is off. Your administrator decides this.',
  noneFound: 'No matching calls.',
  outcomes: {
    open: 'Not answered when last checked',
    joined: 'Joined',
    left: 'Joined, then left',
    'hung-up': 'Hung up',
    unanswered: 'Not answered',
    failed: 'Failed',
    unknown: 'Outcome unknown',
  },
  failed: 'Failed: {message}',
  dialAgain: 'Dial again',
  fillIn: 'Copy to form',
  removed: 'PINs, tones and stream keys weren’t saved.',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'The browser blocked copying.',
  clear: 'Clear history',
  cleared: { one: '{count} call cleared.', other: '{count} calls cleared.' },
  undo: 'Undo',
});
