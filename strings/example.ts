import { strings } from '../locales/strings';

/** What stands where the calls will be. */
export const EXAMPLE_STRINGS = strings('example', {
  none: 'No calls yet.',
  hint: 'Enter a destination above, such as {destination}, and dial it.',
});
