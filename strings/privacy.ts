import { strings } from '../locales/strings';

/** What the options say of privacy. What is kept stands in docs/privacy.md in the same words. */
export const PRIVACY_STRINGS = strings('privacy', {
  title: 'Privacy',
  nothing:
    'External Chat collects nothing and reports to nobody. It has no server, no telemetry and no account, and loads no code from anywhere.',
  leaves: 'What leaves the browser',
  toMeeting: 'What you dial, write and press goes to the meeting in the tab beside the panel.',
  toChat:
    'A chat of your own, if you set one, is a page that gets what any page gets that you open, and what you have put into its address.',
  stays: 'What stays in the browser',
  kept: {
    settings: {
      what: 'Settings, chats, sites, how the dock lies',
      where: 'This machine',
      until: 'Until you change them',
    },
    presets: {
      what: 'Presets',
      where: 'Synced with your browser’s account, where you have one; otherwise this machine',
      until: 'Until you delete them',
    },
    calls: {
      what: 'The last 200 calls, without PINs, tones and stream keys',
      where: 'This machine',
      until: 'Until you clear them',
    },
    placed: {
      what: 'When calls were placed, to hold the limit within a minute',
      where: 'This machine',
      until: 'Until a call is placed after that minute',
    },
    damaged: {
      what: 'What was stored and could not be read',
      where: 'Where it was found',
      until: 'Until you remove it',
    },
    messages: {
      what: 'The log, the meeting’s chat, and what you have not sent yet',
      where: 'Memory; never written down',
      until: 'Until the panel or the page is closed',
    },
  },
  place: '{where}. {until}.',
  see: 'See the calls ({count})',
  seeDamage: 'See and remove it',
  removal:
    'Removing the extension removes all of it. The policy of an administrator is read and never written.',
});
