import { strings } from '../locales/strings';

/** Privacy texts of the options. docs/explanation/privacy.md has what is kept in the same words. */
export const PRIVACY_STRINGS = strings('privacy', {
  title: 'Privacy',
  nothing:
    'External Chat collects no data. It has no server, telemetry or account, and doesn’t download code.',
  leaves: 'What leaves the browser',
  toMeeting: 'What you dial, write and select is sent to the meeting in the tab next to the panel.',
  toChat:
    'If you set up a custom chat, that site gets what any site you open gets, plus the values in its URL.',
  stays: 'What stays in the browser',
  kept: {
    settings: {
      what: 'Settings, chats, sites and panel position',
      where: 'This device',
      until: 'Until you change them',
    },
    presets: {
      what: 'Presets and saved lists',
      where: 'Synced with your browser account if you have one; otherwise this device',
      until: 'Until you delete them',
    },
    calls: {
      what: 'The latest 200 calls, without PINs, tones or stream keys',
      where: 'This device',
      until: 'Until you clear them',
    },
    placed: {
      what: 'Times of recent calls, for the call limit',
      where: 'This device',
      until: 'For one minute, then until your next call',
    },
    damaged: {
      what: 'Saved data that couldn’t be read',
      where: 'Where it was found',
      until: 'Until you remove it',
    },
    messages: {
      what: 'The log, the meeting chat and unsent text',
      where: 'Memory only',
      until: 'Until you close the panel or the page',
    },
    panel: {
      what: 'What you enter in the panel, lists with their results, filters, scenarios and opened files, for the next panel',
      where: 'Memory only',
      until: 'Until you close the window or, for the panel on the page, the tab',
    },
    reloads: {
      what: 'A tab’s site, its calls, its meeting chat and unsent text, for when the page reloads',
      where: 'Memory only',
      until: 'Until you close the tab or the browser',
    },
  },
  place: '{where}. {until}.',
  see: 'View calls ({count})',
  seeDamage: 'View and remove',
  removal: 'Removing the extension deletes all of this. Administrator policies are only read, never changed.',
});
