import { strings } from '../locales/strings';

/** What the panel says of a chat of one's own. */
export const CUSTOM_CHAT_STRINGS = strings('custom_chat', {
  which: 'Which chat',
  chats: { own: 'My chat', meeting: 'Meeting chat' },
  refused: '{host} does not let itself be shown inside another page.',
  inTab: 'Open in a tab',
  inWindow: 'Open in a window',
  wrong: 'The address of the chat for this site cannot be used. Correct it in the options.',
});
