import { strings } from '../locales/strings';

/** What the options say of the chat. */
export const CHAT_OPTION_STRINGS = strings('chat_options', {
  title: 'Chat',
  place: 'Where the chat opens',
  places: { dock: 'On the page', panel: 'In the side panel' },
  placeHelp:
    'A click in the meeting can’t open the side panel. The extension’s icon shows “…” until you click it.',
  displayName: 'Your name in the chat',
  displayNameHelp: 'Replaces {{displayName}} in the URLs below.',
  chats: 'Custom chats',
  fields: { site: 'Meeting site', url: 'Chat URL' },
  siteHelp: 'For example https://portal.example.com. Use * for all sites that aren’t listed.',
  urlHelp: 'You can use {{alias}}, {{meetingOrigin}}, {{pageOrigin}} and {{displayName}}.',
  add: 'Add chat',
  remove: 'Remove',
  about: 'Remove the chat for {site}',
  everySite: 'All other sites',
  managed: 'Set by your administrator.',
  noSite: 'Enter a site such as https://portal.example.com, or *.',
  noAddress: 'Enter a URL such as https://chat.example.com/channel/{{alias}}.',
  notSafe: 'Use https and no user name. http is allowed only on this device (localhost).',
  originOpen: 'Use placeholders only after the host and port.',
  misspelled: '“{written}” isn’t a placeholder. Enter {meant} instead.',
  notPlaceholder:
    '“{written}” isn’t a placeholder. You can use {{alias}}, {{meetingOrigin}}, {{pageOrigin}} and {{displayName}}.',
  noPermission:
    'Added. Without permission for this site, browsers may block its cookies and you may have to sign in each time.',
});
