import { ICON_STRINGS } from './icon';

/**
 * The icon's title for a state; `text` is what is written on it: how much is unread, … for a chat that
 * waits, or ! for people who do.
 */
export function iconTitle(state: 'none' | 'found' | 'ready', text: string): string {
  if (text === '…') return ICON_STRINGS.waiting;
  if (text === '!') return ICON_STRINGS.asked;
  if (text === '') return ICON_STRINGS.states[state];
  const count = Number(text);
  // `•` and `999+` are no numbers.
  return Number.isNaN(count) ? ICON_STRINGS.someUnread : ICON_STRINGS.unread(count);
}
