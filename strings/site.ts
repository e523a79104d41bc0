import { strings } from '../locales/strings';

/** Texts about the page: who answers its meetings, and what to do about it. */
export const SITE_STRINGS = strings('site', {
  /** What stands under a status that needs an explanation. */
  explanation: {
    'no-meeting': 'Open a meeting, or a page with a meeting embedded in it, then click the icon again.',
    choose: 'Select the meeting that you want to use. Check the site after its name.',
    waiting:
      'The plugin connects when the meeting loads. If this message stays, reload the meeting, or select Chat in it.',
    ready: 'Join the meeting to dial out.',
  },
  howToStart: 'How to start',
  continue: 'Continue',
  continueHelp: 'The browser asks you to allow this site. You can also click the extension’s icon instead.',
  returned: {
    declined: 'Not allowed. Click the extension’s icon to continue.',
    elsewhere: 'This tab now shows another site. Click the extension’s icon to use it there.',
  },
  reloadMeeting: 'Reload the meeting',
  reloadQuestion: 'If you’re in the call, you’ll leave it and have to join again.',
  reload: 'Reload',
  cancel: 'Cancel',
  contested: 'Both this page and this panel respond to the Chat button.',
  watchInstead: 'Watch only',
  watching: 'Watching only: this page responds to the Chat button. What you do here is still sent.',
  driveAgain: 'Respond from here',
  sendAnyway: 'Send anyway',
  sendAnywayHelp: 'Sends what you switch in Testing, even though no plugin has responded.',
  unrecognised: 'A frame on this page claims to be a meeting, but isn’t recognized as one.',
  gone: 'This meeting is no longer on the page. Its calls stay listed until you leave the page.',
  otherVersion:
    'The extension was updated while this page was open. Click its icon to continue. If this message stays, reload the page.',
});
