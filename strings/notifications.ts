import { strings } from '../locales/strings';

/** What notifications say, and what the options say of them. */
export const NOTIFICATION_STRINGS = strings('notifications', {
  unread: { one: '{count} unread message', other: '{count} unread messages' },
  someUnread: 'Unread messages',
  people: 'Someone is waiting or has raised a hand',
  joined: { one: '{count} call joined', other: '{count} calls joined' },
  failed: { one: '{count} call failed', other: '{count} calls failed' },
  title: 'Notifications and sound',
  help: 'When you turn on the first one, the browser asks for your permission. Private windows show no notifications.',
  declined: 'Not turned on: permission for notifications wasn’t granted.',
  needed: 'External Chat has no permission for notifications, so none are shown.',
  allow: 'Allow notifications',
  mute: 'Mute this site',
  unmute: 'Unmute this site',
  isMuted: 'No notifications and no sound',
});
