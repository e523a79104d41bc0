import type { PexItemState, State } from './pex';

/**
 * The plugin's item in the toolbar. Webapp2 gives an item an icon and a label, so they carry all there is
 * to show.
 */
interface ChatItem {
  readonly active: boolean;
  readonly badge: boolean;
  setActive(active: boolean): void;
  setBadge(visible: boolean): void;
}

/** Written out, so that a check of the package finds the files that its script names. */
const ICONS = {
  open: ['open-chat.svg#open-chat', 'open-chat-unread.svg#open-chat-unread'],
  close: ['close-chat.svg#close-chat', 'close-chat-unread.svg#close-chat-unread'],
} as const;

/** What the item shows for each state of the chat. */
export function itemStateOf(active: boolean, badge: boolean): PexItemState {
  const [icon, unread] = active ? ICONS.close : ICONS.open;
  const label = active ? 'Close Chat' : 'Open Chat';
  return badge ? { icon: unread, label: `${label} (unread messages)` } : { icon, label };
}

/** Updates the item when the host page says so. Selecting the item only sends a request. */
export function createChatItem(state$: State): ChatItem {
  let active = false;
  let badge = false;
  const show = () => state$.next(itemStateOf(active, badge));
  return {
    get active() {
      return active;
    },
    get badge() {
      return badge;
    },
    setActive(next) {
      active = next;
      show();
    },
    setBadge(next) {
      badge = next;
      show();
    },
  };
}
