import { strings } from '../locales/strings';

/** What is said about the page: who answers its meetings, and what to do about it. */
export const SITE_STRINGS = strings('site', {
  contested: 'This page answers the Chat button itself, and so does this panel.',
  watchInstead: 'Watch instead',
  watching: 'Watching: this page answers the Chat button itself. What you press here is still sent.',
  driveAgain: 'Answer it from here',
  sendAnyway: 'Send anyway',
  sendAnywayHelp: 'Sends the two switches below to a plugin that has not spoken.',
  unrecognised: 'A frame inside this page says that it is a meeting; the page itself does not show it.',
  gone: 'This meeting has left the page. Its calls stay listed until you leave the page, too.',
  otherVersion:
    'The extension was updated while this page was open. Press its icon to go on; if this stays, reload the page.',
});
