import { strings } from '../locales/strings';

/** What the menu of a page's meetings says. */
export const CHOICE_STRINGS = strings('choice', {
  meeting: 'Meeting',
  select: 'Select a meeting',
  left: '{name} – left the page',
});
