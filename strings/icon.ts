import { strings } from '../locales/strings';

/** What the toolbar icon says of a tab, in words; it is its title and its accessible name. */
export const ICON_STRINGS = strings('icon', {
  states: {
    none: 'External Chat: no meeting on this page',
    found: 'External Chat: meeting found, waiting for the plugin',
    ready: 'External Chat: ready',
  },
  unread: { one: 'External Chat: {count} unread', other: 'External Chat: {count} unread' },
  someUnread: 'External Chat: unread messages',
  asked: 'External Chat: someone is waiting or has raised a hand',
  askedUnread: {
    one: 'External Chat: someone is waiting or has raised a hand. {count} unread',
    other: 'External Chat: someone is waiting or has raised a hand. {count} unread',
  },
  askedSomeUnread: 'External Chat: someone is waiting or has raised a hand. Unread messages',
  waiting: 'External Chat: click to open the chat',
  noRoom: 'External Chat: the popup window can’t show the panel. Open its page in a tab.',
  noAccess:
    'External Chat: no access to the popup window. Add the site that opened it in the options, under Sites.',
});
