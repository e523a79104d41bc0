import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Meeting } from '../../protocol/meeting';
import { isThere, type MeetingRef, meetingRefOf } from '../../protocol/panel-requests';
import type { Press } from '../request/guard/guard';

/** By what the meeting of a run is known again in the panel that comes after. */
export type RunMeeting = Pick<Meeting, 'page' | 'id' | 'load' | 'alias' | 'origin' | 'dialect'> & {
  /** The meeting in words, as the user saw it. */
  name: string;
};

/** Takes from a meeting what it is known by. */
export const runMeetingOf = (press: Press, meetings: readonly Meeting[]): RunMeeting => {
  const { page, meeting: id, load } = press.target.peek();
  const { alias, origin, dialect } = meetings.find(isAt({ page, meeting: id })) ?? {};
  return { name: press.name, page, id, load, alias, origin, dialect };
};

/**
 * The press of a run that was interrupted. If its page was loaded again meanwhile, the meeting is known by
 * alias, origin and namespace, until the user goes on in it: from there on it is that one and no other.
 */
export function pressAgain(kept: RunMeeting, meetings: ReadonlySignal<readonly Meeting[]>): Press {
  const target = signal(meetingRefOf(kept));
  const isRenewed = signal(false);
  const current = computed(() => {
    const here = meetings.value.filter(({ present }) => present);
    const same = here.find(isAt(target.value));
    return same ?? (isRenewed.value ? undefined : here.find((meeting) => isSame(kept, meeting)));
  });
  return {
    name: kept.name,
    target,
    presence: computed(() => {
      const meeting = current.value;
      if (meeting?.plugin.name !== 'ready') return 'away';
      return isAt(target.value)(meeting) && isThere(target.value, meeting) ? 'here' : 'reloaded';
    }),
    renew() {
      const meeting = current.peek();
      if (!meeting) return;
      target.value = meetingRefOf(meeting);
      isRenewed.value = true;
    },
  };
}

const isAt =
  ({ page, meeting }: Pick<MeetingRef, 'page' | 'meeting'>) =>
  (each: Meeting): boolean =>
    each.page === page && each.id === meeting;

const isSame = ({ alias, origin, dialect }: RunMeeting, meeting: Meeting): boolean =>
  alias !== undefined &&
  origin !== undefined &&
  meeting.alias === alias &&
  meeting.origin === origin &&
  meeting.dialect === dialect;
