import { strings } from '../locales/strings';

/** What the options say of the keyboard. */
export const KEYBOARD_STRINGS = strings('keyboard', {
  title: 'Keyboard shortcuts',
  help: 'These shortcuts work on every page while the browser is active.',
  sidebar:
    'When Firefox opens the panel at the side, the keyboard stays in the page until you click the panel.',
  // By the names of the commands in the manifest.
  commands: {
    'open-panel': 'Open the panel',
    'focus-destination': 'Open the panel and go to Destination',
    'toggle-chat': 'Open or close the meeting chat',
  },
  noKey: 'Not set',
  change: 'Change shortcuts',
  changeHelp: 'Opens the browser’s shortcut settings for extensions.',
  changeByHand: 'To change them, open about:addons, select the gear, then “Manage Extension Shortcuts”.',
});
