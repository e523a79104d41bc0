import { strings } from '../locales/strings';

/** The menu of the toolbar icon. */
export const MENU_STRINGS = strings('menu', {
  alwaysRun: 'Always run on this site',
  place: 'Chat opens',
  dock: 'Laid over the page',
  panel: 'In the browser’s side panel',
  help: 'Help',
});
