import { words } from '../../locales/words';

/** What the toolbar icon says of a tab, in words; it is its title and its accessible name. */
export const ICON_WORDS = words('icon', {
  states: {
    none: 'External chat: no meeting on this page',
    found: 'External chat: meeting found, its plugin has not spoken yet',
    ready: 'External chat: ready',
  },
  unread: 'External chat: {count} unread',
  someUnread: 'External chat: unread',
  waiting: 'External chat: press to see the chat',
});
