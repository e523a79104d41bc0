import { strings } from '../locales/strings';

/** Texts of the welcome page, which is shown after installation and from Help. */
export const WELCOME_STRINGS = strings('welcome', {
  title: 'Welcome to External Chat',
  lead: 'Chat and dial out next to your Pexip Web App 3 meetings. What you do goes to the meeting and to the chat you open, and nowhere else.',
  steps: {
    pin: {
      title: 'Pin the icon to the toolbar',
      text: 'Open the extensions menu (the puzzle piece in the toolbar) and select the pin. In Firefox, select the gear, then “Pin to Toolbar”.',
    },
    press: {
      title: 'Open a meeting and click the icon',
      text: 'The panel opens next to the page. When it shows “In the meeting”, you can dial out. The extension can see a page only after you click its icon there. To skip the click on a site, choose “Always run on\u00a0…” in the panel’s menu.',
    },
    dial: {
      title: 'Dial out, or chat',
      text: 'Enter a destination and select Dial. To chat, use the meeting’s own Chat button.',
    },
  },
  key: 'You can also press {key}.',
  destinationKey:
    'Press {key} to open the panel and go to Destination. Firefox leaves the keyboard in the page, so click the field then.',
  demo: 'Try it with a demo meeting',
  demoHelp: 'If someone runs a demo meeting for you, enter its URL.',
  demoDevelopers:
    'You can run a demo meeting on your own computer. In a copy of the project’s source code, run this command. It prints the URL of the meeting:',
  demoCommand: 'npm run meeting',
  demoAddress: 'Demo meeting URL',
  demoNoAddress: 'Enter the URL of the demo meeting, such as http://localhost:8080/.',
  demoOpen: 'Open the demo meeting',
  demoThen: 'Then click the icon and dial alice@example.com.',
  options: 'Options',
});
