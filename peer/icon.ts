import { showOnIcon } from '../browser/script-registry';
import { unreadOf } from '../protocol/unread';
import type { MeetingEntry } from './entry';

/** The extension's icon in this tab. */
interface TabIcon {
  /**
   * Shows the state of the meetings. `isDeclined`: a chat was requested that can only open in the side panel.
   */
  show(entries: readonly MeetingEntry[], isDeclined: boolean): void;
  /** Repaints the icon at the next call: the browser may have reset it. */
  forget(): void;
}

/** Makes what paints the icon, where it changes. */
export function createIcon(): TabIcon {
  let shown = '';
  return {
    show(entries, isDeclined) {
      const meetings = entries.map(({ meeting }) => meeting);
      const unread = meetings.map(unreadOf).find(Boolean) ?? (isDeclined ? '…' : 0);
      const asked = entries.some(isAsked);
      const here = meetings.filter(({ present }) => present);
      const isReady = here.some(({ plugin }) => plugin.name === 'ready');
      const state = isReady ? 'ready' : here[0] ? 'found' : 'none';
      if (state + unread + asked === shown) return;
      shown = state + unread + asked;
      showOnIcon(state, unread, asked);
    },
    forget() {
      shown = '';
    },
  };
}

/** Whether somebody waits or raises a hand while no panel shows the people. */
const isAsked = ({ meeting, people }: MeetingEntry): unknown =>
  !people.showing.size && (meeting.people?.waiting || meeting.people?.raised);
