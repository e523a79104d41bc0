import { strings } from '../locales/strings';

/** What notifications say, and what the options say of them. */
export const NOTIFICATION_STRINGS = strings('notifications', {
  unread: { one: '{count} unread message', other: '{count} unread messages' },
  someUnread: 'Unread messages',
  people: 'Someone is waiting or has raised a hand',
  joined: { one: '{count} call joined', other: '{count} calls joined' },
  failed: { one: '{count} call failed', other: '{count} calls failed' },
  title: 'Notifications and sound',
  help: 'The browser asks for your permission at the first one. Private windows show none.',
  declined: 'Not turned on: the browser wasn’t given permission for notifications.',
  needed: 'The browser has no permission for notifications, so none are shown.',
  allow: 'Allow notifications',
  mute: 'Mute this site',
  unmute: 'Unmute this site',
  isMuted: 'No notifications and no sound',
});
