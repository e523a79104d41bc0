import { strings } from '../locales/strings';

/** What is asked before a call. */
export const CONFIRM_STRINGS = strings('confirm', {
  concern: {
    premium: '{destination} is a premium-rate number.',
    foreign: '{destination} is an international number.',
  },
  question: { one: 'Dial this number?', other: 'Dial these {count} numbers?' },
  again: 'Dial again?',
  inCall: {
    joined: '{name} is already in the meeting.',
    calling: '{name} is already being called.',
  },
  inMeeting: 'Meeting: {name}',
  dial: 'Dial',
  dialAnyway: 'Dial anyway',
  cancel: 'Cancel',
});
