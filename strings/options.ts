import { strings } from '../locales/strings';

/** What the options page says. */
export const OPTIONS_STRINGS = strings('options', {
  title: 'External Chat options',
  sections: 'Sections',
  search: 'Search the options',
  nothingFound: 'No setting matches “{query}”.',
  alsoCalled: {
    sites: 'addresses, permissions, policy',
    chat: 'Rocket.Chat, addresses, links',
    appearance: 'dark mode, font size, look, colors',
    dialing: 'phone, SIP, H.323, ringing, timeout',
    guard: 'costs, expensive, block, rate limit, speed, policy',
    notifications: 'alerts, mute, quiet',
    presets: 'favorites, contacts, address book',
    history: 'recent calls, log',
    privacy: 'data, delete, storage',
    transfer: 'backup, another computer, policy, JSON',
    keyboard: 'keys, hotkeys',
  },
  appearance: 'Appearance and tabs',
  dialing: 'Dialing',
  guard: 'Call limits and warnings',
  presets: 'Presets',
  history: 'History',
  settings: {
    region: {
      label: 'Default country',
      help: 'For phone numbers without a country code. If none is set, they’re dialed as typed.',
    },
    protocol: {
      label: 'Default protocol',
      help: 'For destinations that don’t specify one, in One and in Many. With Auto, Infinity’s call routing rules decide.',
    },
    role: {
      label: 'Default role',
      help: 'Preselected in One and in Many. Presets use their own.',
    },
    noAnswerSeconds: {
      label: 'Show “No answer yet” after (seconds)',
      help: '5 to 600. The call keeps ringing.',
    },
    history: {
      label: 'Keep call history',
      help: 'The latest 200 calls, on this device only, without PINs, tones or stream keys.',
    },
    perMinute: {
      label: 'Maximum calls per minute',
      help: '0 to 600. 0 means no limit. A list waits until the next call is allowed.',
    },
    confirmPremium: {
      label: 'Ask before dialing premium-rate numbers',
      help: 'Works for countries whose numbering plans identify them.',
    },
    confirmForeign: {
      label: 'Ask before dialing international numbers',
      help: 'Requires a default country.',
    },
    overlap: {
      label: 'Allow simultaneous calls even if the plugin can’t tell them apart',
      help: 'When off, such calls are placed one at a time.',
    },
    theme: { label: 'Theme', help: 'For the panel, the options and the welcome page.' },
    textSize: { label: 'Text size', help: 'Applies in addition to the browser’s zoom.' },
    tabs: {
      label: 'Tabs in the side panel',
      help: 'A shortcut or button that needs a hidden tab still opens it.',
    },
    dockTabs: {
      label: 'Tabs on the page',
      help: 'The other tabs are in the panel’s menu.',
    },
    notifyUnread: {
      label: 'Notify about unread messages',
      help: 'While the chat isn’t on screen. The notification has the number, never the text.',
    },
    notifyPeople: {
      label: 'Notify about people who wait or raise a hand',
      help: 'While People isn’t on screen.',
    },
    notifyCalls: {
      label: 'Notify about calls that join or fail',
      help: 'Also while no panel is open.',
    },
    sound: {
      label: 'Play a sound',
      help: 'While a panel is open, for all of the above. Browsers allow sound after your first click in the panel.',
    },
    mutedSites: { label: 'Muted sites', help: 'No notifications and no sound from these sites.' },
  },
  themes: { system: 'Same as the browser', light: 'Light', dark: 'Dark' },
  textSizes: { normal: 'Normal', large: 'Large', larger: 'Larger' },
  noCountry: 'None',
  managed: 'Set by your administrator.',
  saved: 'Saved.',
  notSaved: 'Not saved: {why}',
  outOfRange: 'Enter a whole number from {min} to {max}.',
  damaged: 'Couldn’t be read',
  damagedHelp:
    'This saved data couldn’t be read. It’s kept unchanged, and defaults are used instead. To repair it, save a copy, then remove it here.',
  damagedEntry: '{of}: {why}',
  saveCopy: 'Save a copy',
  discard: 'Remove',
  policy: 'Managed policy',
  policyProblems: 'These values set by your administrator aren’t valid:',
  allow: 'Only these destinations can be dialed: {patterns}',
});
