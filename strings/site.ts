import { strings } from '../locales/strings';

/** What is said about the page: who answers its meetings, and what to do about it. */
export const SITE_STRINGS = strings('site', {
  contested: 'Both this page and this panel respond to the Chat button.',
  watchInstead: 'Watch only',
  watching: 'Watching only: this page responds to the Chat button. What you do here is still sent.',
  driveAgain: 'Respond from here',
  sendAnyway: 'Send anyway',
  sendAnywayHelp: 'Sends the two switches below even though no plugin has responded.',
  unrecognised: 'A frame on this page claims to be a meeting, but isn’t recognized as one.',
  gone: 'This meeting is no longer on the page. Its calls stay listed until you leave the page.',
  otherVersion:
    'The extension was updated while this page was open. Click its icon to continue. If this message stays, reload the page.',
});
