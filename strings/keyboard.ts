import { strings } from '../locales/strings';

/** What the options say of the keyboard. */
export const KEYBOARD_STRINGS = strings('keyboard', {
  title: 'Keyboard',
  help: 'These keys work on every page, while the browser is in front.',
  // By the names of the commands in the manifest.
  commands: {
    _execute_action: 'Open the panel',
    'focus-destination': 'Open the panel and type a destination',
    'toggle-chat': 'Open or close the chat of the meeting',
  },
  noKey: 'No key',
  change: 'Change keys',
  changeHelp: 'Opens the browser’s own page for the keys of extensions.',
  changeByHand:
    'To change them, open about:addons, press the gear wheel and choose Manage Extension Shortcuts.',
});
