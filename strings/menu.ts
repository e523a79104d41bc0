import { words } from '../locales/words';

/** The menu of the toolbar icon. */
export const MENU_WORDS = words('menu', {
  alwaysRun: 'Always run on this site',
  place: 'Chat opens',
  dock: 'Laid over the page',
  panel: 'In the browser’s side panel',
  help: 'Help',
});
