import { strings } from '../locales/strings';

/** Texts above the log and the tests. */
export const TESTING_STRINGS = strings('testing', {
  tabs: { log: 'Log', tests: 'Tests' },
  chat: 'Chat',
  badge: 'Unread badge',
  switchesNeedMeeting: 'Available when there’s a meeting.',
});
