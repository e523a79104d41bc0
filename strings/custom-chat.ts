import { strings } from '../locales/strings';

/** Texts about a custom chat in the panel. */
export const CUSTOM_CHAT_STRINGS = strings('custom_chat', {
  which: 'Select chat',
  chats: { own: 'Custom chat', meeting: 'Meeting chat' },
  troubles: {
    refused: '{host} can’t be shown inside another page.',
    slow: '{host} hasn’t responded yet.',
    unreachable: '{host} can’t be reached. Check the network and the chat URL.',
    unknown: 'If the chat doesn’t appear, {host} may not allow embedding.',
    silent: 'If the chat doesn’t appear, {host} may be unreachable.',
  },
  failing: '{host} reports an error ({status}).',
  tryAgain: 'Try again',
  inTab: 'Open in a tab',
  inWindow: 'Open in a window',
  isMissing: 'Chat not showing?',
  wrong: 'The chat URL for this site isn’t valid. {why} Correct it in the options.',
  wrongManaged:
    'The chat URL that your administrator set for this site isn’t valid. {why} Report this to your administrator.',
  waiting:
    'The chat opens when the meeting’s alias and address are known. A version 1 plugin doesn’t report the alias.',
  unfitAlias: 'The meeting’s alias, “{alias}”, can’t be part of this chat’s URL. Use the meeting chat.',
  unfitName: 'Your name in the chat, “{name}”, can’t be part of this chat’s URL. Change it in the options.',
});
