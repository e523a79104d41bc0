import { strings } from '../locales/strings';

/** What the page says that is shown once after the installation, and as help. */
export const WELCOME_STRINGS = strings('welcome', {
  title: 'Welcome to External Chat',
  lead: 'A chat and a dial-out panel beside Pexip Web App 3 meetings. What you do in it goes to the meeting and to the chat that you open, and nowhere else.',
  steps: {
    pin: {
      title: 'Put the icon where you see it',
      text: 'It is behind the puzzle piece in the toolbar: press the pin, or in Firefox the gear wheel and “Pin to Toolbar”.',
    },
    press: {
      title: 'Open a meeting and press the icon',
      text: 'The panel opens beside the page and says “In the meeting” when you may dial. The extension sees a page only after you press its icon there, unless you let it always run on that site: the panel’s menu has that.',
    },
    dial: {
      title: 'Dial out, or chat',
      text: 'Type a destination and press Dial. The meeting’s own Chat button opens the chat.',
    },
  },
  key: '{key} does the same as the icon.',
  demo: 'Try it on the demo meeting',
  demoHelp:
    'A meeting in a box runs on one machine. In a copy of the project’s sources, this starts one and says its address:',
  demoCommand: 'npm run meeting',
  demoAddress: 'Address of the demo',
  demoNoAddress: 'Write the address that it said, such as http://localhost:8080/.',
  demoOpen: 'Open the demo meeting',
  demoThen: 'Then press the icon, and dial alice@example.com.',
  options: 'Options',
});
