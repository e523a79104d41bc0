import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Meeting } from '../../protocol/meeting';
import { isThere, type Target, targetOf } from '../../protocol/panel-requests';
import { fullMeetingName } from './meeting-name';

/** Whether the meeting of a press is in front; `reloaded`: it is, in another load of its frame. */
export type Presence = 'here' | 'reloaded' | 'away';

/** A press of a button that dials, and the meeting that the user saw at that moment. */
export interface Press {
  /** The meeting in words. */
  readonly name: string;
  readonly target: ReadonlySignal<Target>;
  readonly presence: ReadonlySignal<Presence>;
  /** The user goes on in the load in which the meeting is now. */
  renew(): void;
}

/** Captures the meeting of a press; `meetings` are those of the page in front, whichever that is. */
export function createPress(pressed: Meeting, meetings: ReadonlySignal<readonly Meeting[]>): Press {
  const target = signal(targetOf(pressed));
  const current = computed(() =>
    meetings.value.find(({ page, id }) => page === pressed.page && id === pressed.id),
  );
  const seen = meetings.peek();
  return {
    get name() {
      return fullMeetingName(seen, pressed);
    },
    target,
    presence: computed(() => {
      const meeting = current.value;
      if (!meeting?.present || meeting.plugin.name !== 'ready') return 'away';
      return isThere(target.value, meeting) ? 'here' : 'reloaded';
    }),
    renew() {
      const meeting = current.peek();
      if (meeting) target.value = targetOf(meeting);
    },
  };
}
