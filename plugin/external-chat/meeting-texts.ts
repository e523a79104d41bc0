import type { Channel } from './channel';
import { type PluginTexts, textsIn } from './texts';

/** The plugin's texts in the language that the meeting has at the moment. */
export interface MeetingTexts {
  readonly localized: PluginTexts;
  onChange(listener: () => void): void;
}

/**
 * Follows the meeting's language: English until Web App 3 names another, which it does as soon as a plugin
 * registers.
 */
export function followTexts(channel: Pick<Channel, 'onEvent'>): MeetingTexts {
  let current = textsIn('en');
  const listeners: (() => void)[] = [];
  channel.onEvent('event:languageSelect', (language) => {
    current = textsIn(language);
    for (const listener of listeners) listener();
  });
  return {
    get localized() {
      return current;
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}
