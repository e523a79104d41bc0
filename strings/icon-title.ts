import { ICON_WORDS } from './icon';

/** The icon's title for a state; `text` is what is written on it: how much is unread, or … for a chat that waits. */
export function iconTitle(state: 'none' | 'found' | 'ready', text: string): string {
  if (text === '…') return ICON_WORDS.waiting;
  if (text === '•') return ICON_WORDS.someUnread;
  return text ? ICON_WORDS.unread(text) : ICON_WORDS.states[state];
}
