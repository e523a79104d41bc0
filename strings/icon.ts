import { strings } from '../locales/strings';

/** What the toolbar icon says of a tab, in words; it is its title and its accessible name. */
export const ICON_STRINGS = strings('icon', {
  states: {
    none: 'External Chat: no meeting on this page',
    found: 'External Chat: meeting found, its plugin has not spoken yet',
    ready: 'External Chat: ready',
  },
  unread: 'External Chat: {count} unread',
  someUnread: 'External Chat: unread',
  waiting: 'External Chat: press to see the chat',
});
