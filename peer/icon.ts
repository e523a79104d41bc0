import { paintIcon } from '../browser/script-registry';
import type { Meeting } from '../protocol/meeting';
import { unreadOf } from '../protocol/unread';

/** The extension's icon in this tab. */
export interface Icon {
  /**
   * Shows the state of the meetings. `isDeclined`: a chat was requested that can only open in the side panel.
   */
  show(meetings: readonly Meeting[], isDeclined: boolean): void;
  /** Repaints the icon at the next call: the browser may have reset it. */
  forget(): void;
}

/** Makes what paints the icon, where it changes. */
export function createIcon(): Icon {
  let shown = '';
  return {
    show(meetings, isDeclined) {
      const unread = meetings.map(unreadOf).find(Boolean) ?? (isDeclined ? '…' : 0);
      const here = meetings.filter(({ present }) => present);
      const isReady = here.some(({ plugin }) => plugin.name === 'ready');
      const state = isReady ? 'ready' : here[0] ? 'found' : 'none';
      if (state + unread === shown) return;
      shown = state + unread;
      paintIcon(state, unread);
    },
    forget() {
      shown = '';
    },
  };
}
