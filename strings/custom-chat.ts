import { strings } from '../locales/strings';

/** What the panel says of a chat of one's own. */
export const CUSTOM_CHAT_STRINGS = strings('custom_chat', {
  which: 'Select chat',
  chats: { own: 'Custom chat', meeting: 'Meeting chat' },
  refused: '{host} can’t be shown inside another page.',
  inTab: 'Open in a tab',
  inWindow: 'Open in a window',
  wrong: 'The chat URL for this site isn’t valid. Correct it in the options.',
});
