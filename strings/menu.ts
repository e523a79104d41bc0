import { strings } from '../locales/strings';

/** The menu of the toolbar icon. */
export const MENU_STRINGS = strings('menu', {
  alwaysRun: 'Always run on this site',
  place: 'Open chat',
  dock: 'On the page',
  panel: 'In the side panel',
  help: 'Help',
});
