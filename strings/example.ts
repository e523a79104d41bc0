import { strings } from '../locales/strings';

/** What is shown until there are calls. */
export const EXAMPLE_STRINGS = strings('example', {
  none: 'No calls yet.',
  hint: 'Enter a destination above, such as {destination}, and dial it.',
});
