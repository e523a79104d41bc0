import { ICON_STRINGS } from './icon';

/**
 * The icon's title for a state; `text` is what is written on it: … for a chat that waits, or how much is
 * unread, after ! where people want something.
 */
export function iconTitle(state: 'none' | 'found' | 'ready', text: string): string {
  if (text === '…') return ICON_STRINGS.waiting;
  if (text === '!') return ICON_STRINGS.asked;
  if (text === '') return ICON_STRINGS.states[state];
  const isAsked = text.startsWith('!');
  const count = Number(isAsked ? text.slice(1) : text);
  // `•` and `999+` aren’t numbers.
  if (Number.isNaN(count)) return isAsked ? ICON_STRINGS.askedSomeUnread : ICON_STRINGS.someUnread;
  return isAsked ? ICON_STRINGS.askedUnread(count) : ICON_STRINGS.unread(count);
}
