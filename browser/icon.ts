import { unreadLabel } from '../protocol/unread';
import { browser } from './browser';
import { ICON_STATES, type IconState } from './runtime-messages';

const SIZES = [16, 32, 48] as const;

/**
 * What a peer reports for the icon of its tab. Where people want something, its text begins with `!`, and how
 * much is unread follows: `!3`. The text is all that is stored of a tab, so it encodes both.
 */
export function iconOf(data: unknown): { state: IconState; text: string } {
  const given = Object(data) as { state?: unknown; unread?: unknown; asked?: unknown };
  return {
    state: ICON_STATES.find((state) => state === given.state) ?? 'none',
    text:
      given.asked === true ? `!${countOf(given.unread)}` : given.unread === '…' ? '…' : countOf(given.unread),
  };
}

const countOf = (unread: unknown): string => unreadLabel(unread === 'some' ? unread : Number(unread) || 0);

/** Shows a state on the icon of a tab. The browser takes it away when the tab goes to another page. */
export async function paintIcon(tabId: number, state: IconState, text: string, title: string): Promise<void> {
  const { action } = browser;
  // Where all is ready, the icon is the extension's own.
  const prefix = state === 'ready' ? '' : `${state}-`;
  const path = Object.fromEntries(SIZES.map((size) => [size, `/icon/${prefix}${size}.png`]));
  await Promise.all([
    action.setTitle({ tabId, title }),
    action.setIcon({ tabId, path }),
    action.setBadgeText({ tabId, text }),
    action.setBadgeBackgroundColor({ tabId, color: '#b3261e' }),
  ]);
}
