import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Meeting } from '../../protocol/meeting';
import { isThere, type MeetingRef, meetingRefOf } from '../../protocol/panel-requests';
import type { Press } from '../request/guard/guard';

/** By what the meeting of a run is known again after a reload, and in the panel that comes after. */
export type RunMeeting = Pick<Meeting, 'page' | 'tab' | 'id' | 'load' | 'alias' | 'origin' | 'dialect'> & {
  /** The meeting in words, as the user saw it. */
  name: string;
};

/** Takes from a meeting what it is known by. */
export const runMeetingOf = (press: Press, meetings: readonly Meeting[]): RunMeeting => {
  const { page, meeting: id, load } = press.target.peek();
  const { tab, alias, origin, dialect } = meetings.find(isAt({ page, meeting: id })) ?? {};
  return { name: press.name, page, tab, id, load, alias, origin, dialect };
};

/**
 * The press of a run, which outlives its page and its panel. A meeting whose page was loaded again is the
 * same one if tab, alias, origin and namespace are the same. Even then, it is another load: nothing is dialed
 * into it until the user goes on there.
 */
export function pressAgain(kept: RunMeeting, meetings: ReadonlySignal<readonly Meeting[]>): Press {
  const target = signal(meetingRefOf(kept));
  const current = computed(() => {
    const here = meetings.value.filter(({ present }) => present);
    return here.find(isAt(target.value)) ?? here.find((meeting) => isSame(kept, meeting));
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
      if (meeting) target.value = meetingRefOf(meeting);
    },
  };
}

const isAt =
  ({ page, meeting }: Pick<MeetingRef, 'page' | 'meeting'>) =>
  (each: Meeting): boolean =>
    each.page === page && each.id === meeting;

const isSame = ({ tab, alias, origin, dialect }: RunMeeting, meeting: Meeting): boolean =>
  alias !== undefined &&
  origin !== undefined &&
  meeting.tab === tab &&
  meeting.alias === alias &&
  meeting.origin === origin &&
  meeting.dialect === dialect;
