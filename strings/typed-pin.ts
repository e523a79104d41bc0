import { strings } from '../locales/strings';

/** What the panel on the page says when somebody types a PIN or tones in it. */
export const TYPED_PIN_STRINGS = strings('typedPin', {
  risk: 'The page around this panel can take the keyboard and read what you type. External Chat can’t prevent that.',
  offer:
    'The page can’t do this in the side panel. To open it, click the External Chat icon in the browser’s toolbar.',
});
