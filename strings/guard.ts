import { strings } from '../locales/strings';

/** What is said where a call is held back. */
export const GUARD_STRINGS = strings('guard', {
  notAllowed: 'Your administrator does not allow calls to this destination.',
  limit:
    'Those were too many calls within a minute. The next may be placed in {seconds} s; the limit is in the options.',
  concern: {
    premium: '{destination} is a premium-rate number.',
    foreign: '{destination} is a number of another country.',
  },
  question: { one: 'Dial this number?', other: 'Dial these {count} numbers?' },
  inMeeting: 'Meeting: {name}',
  meetingGone: 'The meeting “{name}” is no longer there, so nothing was dialed.',
  notThere: 'The meeting was no longer there, so nothing was dialed.',
  notSent: 'The meeting was no longer there, so this was not sent.',
  dial: 'Dial',
  cancel: 'Cancel',
});
