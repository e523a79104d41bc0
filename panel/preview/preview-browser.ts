import { memorySiteAccess } from '../../settings/sites/memory-access';

/** What of the browser the pages without an extension are given. */
export const PREVIEW_BROWSER = {
  siteAccess: memorySiteAccess(['https://portal.example.com']),
  shortcuts: {
    read: async () => [
      { name: '_execute_action', key: 'Alt+Shift+E' },
      { name: 'focus-destination', key: 'Alt+Shift+D' },
      { name: 'toggle-chat', key: '' },
    ],
    change: () => {},
  },
};
