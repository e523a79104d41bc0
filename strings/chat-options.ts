import { strings } from '../locales/strings';

/** What the options say of the chat. */
export const CHAT_OPTION_STRINGS = strings('chat_options', {
  title: 'Chat',
  place: 'Where the chat opens',
  places: { dock: 'Laid over the page', panel: 'In the browser’s side panel' },
  placeHelp:
    'A click in the meeting may not open the side panel. Its icon then shows “…” until you press it.',
  displayName: 'Your name in the chat',
  displayNameHelp: 'Stands for {{displayName}} in the addresses below.',
  chats: 'Chats of your own',
  fields: { site: 'Site with the meeting', url: 'Address of the chat' },
  siteHelp: 'As in https://portal.example.com; * is every site without an entry of its own.',
  urlHelp: 'May contain {{alias}}, {{meetingOrigin}}, {{pageOrigin}} and {{displayName}}.',
  add: 'Add this chat',
  remove: 'Remove',
  about: 'Remove the chat of {site}',
  everySite: 'Every other site',
  managed: 'Set by your administrator.',
  noSite: 'Write a site such as https://portal.example.com, or *.',
  noAddress: 'Write an address, as in https://chat.example.com/channel/{{alias}}.',
  notSafe: 'Only https, without a user name; http only on this machine (localhost).',
  originOpen: 'Host and port must be fixed: use the braces behind them.',
  noPermission:
    'Added. Without leave for this site, browsers may keep its cookies apart, and you may have to log in each time.',
});
