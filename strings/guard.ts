import { strings } from '../locales/strings';

/** Texts about a call that is held back. */
export const GUARD_STRINGS = strings('guard', {
  notAllowed: 'Your administrator doesn’t allow calls to this destination.',
  limit: 'Call limit reached. You can dial again in {seconds} s.',
  meetingGone: 'The meeting “{name}” is no longer there, so nothing was dialed.',
  notThere: 'The meeting was no longer there, so nothing was dialed.',
  notSent: 'The meeting was no longer there, so this wasn’t sent.',
});
