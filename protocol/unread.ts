import type { Meeting, Unread } from './meeting';

/** The most that has room on a tab and on the icon. */
const MAX_SHOWN = 99;

/** Everything that is unread in a meeting: its own chat, and the one that the panel frames. */
export function unreadOf({ unread, externalUnread }: Meeting): Unread {
  if (externalUnread === 'some') return unread || 'some';
  return unread + externalUnread;
}

/** How that is written where there is little room: `3`, `99+`, `•`, or nothing. */
export function unreadLabel(unread: Unread): string {
  if (unread === 'some') return '•';
  if (unread > MAX_SHOWN) return `${MAX_SHOWN}+`;
  return unread ? String(unread) : '';
}
