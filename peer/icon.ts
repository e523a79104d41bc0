import { paintIcon } from '../browser/script-registry';
import { unreadOf } from '../protocol/unread';
import type { Entry } from './entry';

/** The extension's icon in this tab. */
export interface Icon {
  /**
   * Shows how it stands with the meetings. `isDeclined`: a chat was opened that only the side panel may show.
   */
  show(entries: readonly Entry[], isDeclined: boolean): void;
  /** What was on it may be gone. */
  forget(): void;
}

/** Makes what paints the icon, where it changes. */
export function createIcon(): Icon {
  let shown = '';
  return {
    show(entries, isDeclined) {
      const meetings = entries.map(({ meeting }) => meeting);
      const unread = entries.some(isAsked)
        ? '!'
        : (meetings.map(unreadOf).find(Boolean) ?? (isDeclined ? '…' : 0));
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

/** Whether somebody waits or raises a hand while no panel shows the people. */
const isAsked = ({ meeting, people }: Entry): boolean =>
  !people.unsent.size && !!(meeting.people?.waiting || meeting.people?.raised);
