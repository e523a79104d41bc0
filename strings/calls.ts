import { strings } from '../locales/strings';

/** Texts of the summary of calls. */
export const CALLS_STRINGS = strings('calls', {
  summary: 'All calls',
  /** "3 in", "1 ringing"; each shows only those calls when it is selected. */
  counts: {
    joined: { one: '{count} in', other: '{count} in' },
    ringing: { one: '{count} ringing', other: '{count} ringing' },
    queued: { one: '{count} queued', other: '{count} queued' },
    failed: { one: '{count} failed', other: '{count} failed' },
    ended: { one: '{count} ended', other: '{count} ended' },
  },
  more: 'More for all calls',
  hangUpAll: 'Hang up all',
  clearEnded: 'Clear ended calls',
  showAgain: 'Show cleared calls',
  /** In place of the numbers, beside `showAgain`. */
  cleared: 'All calls are cleared.',
  export: 'Save as CSV',
});
