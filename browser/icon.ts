import { unreadLabel } from '../protocol/unread';
import { browser } from './browser';
import { ICON_STATES, type IconState } from './runtime-messages';

const SIZES = [16, 32, 48] as const;

/** What a peer reports for the icon of its tab. */
export function iconOf(data: unknown): { state: IconState; text: string } {
  const { state: given, unread } = Object(data) as { state?: unknown; unread?: unknown };
  return {
    state: ICON_STATES.find((state) => state === given) ?? 'none',
    text:
      unread === '…' || unread === '!'
        ? unread
        : unreadLabel(unread === 'some' ? unread : Number(unread ?? 0)),
  };
}

/** Shows a state on the icon of a tab. The browser takes it away when the tab goes to another page. */
export async function paintIcon(tabId: number, state: IconState, text: string, title: string): Promise<void> {
  const { action } = browser;
  const path = Object.fromEntries(SIZES.map((size) => [size, `/icon/${state}-${size}.png`]));
  await Promise.all([
    action.setTitle({ tabId, title }),
    action.setIcon({ tabId, path }),
    action.setBadgeText({ tabId, text }),
    action.setBadgeBackgroundColor({ tabId, color: '#b3261e' }),
  ]);
}
