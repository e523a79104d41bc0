import { memorySiteAccess } from '../../settings/sites/memory-access';

/** What of the browser the pages without an extension are given. */
export const PREVIEW_BROWSER = {
  siteAccess: memorySiteAccess(['https://portal.example.com']),
  /** The user has not allowed notifications, and does not when asked. */
  notificationAccess: {
    ask: async () => false,
    has: async () => false,
    giveBack: async () => {},
    watch: () => {},
  },
  shortcuts: {
    read: async () => [
      { name: 'open-panel', key: 'Alt+Shift+K' },
      { name: 'focus-destination', key: 'Alt+Shift+G' },
      { name: 'toggle-chat', key: '' },
    ],
    change: () => {},
  },
};
