import { paintIcon } from '../browser/script-registry';
import type { Meeting } from '../protocol/meeting';
import { unreadOf } from '../protocol/unread';

/** The extension's icon in this tab. */
export interface Icon {
  /**
   * Shows how it stands with the meetings. `isDeclined`: a chat was opened that only the side panel may show.
   */
  show(meetings: readonly Meeting[], isDeclined: boolean): void;
  /** What was on it may be gone. */
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
