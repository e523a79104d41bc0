import { hasFeature } from './calls';
import type { Meeting } from './meeting';

/** How far the panel is from a meeting that it can act upon; `choose`: the user has to choose one first. */
export type Status = 'no-meeting' | 'choose' | 'waiting' | 'ready' | 'in-meeting';

/** A plugin of the seed protocol never says that it is in the meeting: it stays at `ready`. */
export function statusOf(meeting: Meeting | undefined): Exclude<Status, 'choose'> {
  if (!meeting?.present) return 'no-meeting';
  if (meeting.plugin.name === 'waiting') return 'waiting';
  return meeting.plugin.inMeeting ? 'in-meeting' : 'ready';
}

/** The status of the meeting that is shown, `undefined` being none of these. */
export const statusAmong = (meeting: Meeting | undefined, meetings: readonly Meeting[]): Status =>
  !meeting && meetings.length > 0 ? 'choose' : statusOf(meeting);

/**
 * Whether the user has yet to join a meeting whose plugin is ready. Only a plugin that announces `connected`
 * can tell; any other is taken to be in the meeting.
 */
export const hasToJoin = (meeting: Meeting | undefined): boolean =>
  meeting !== undefined && statusOf(meeting) === 'ready' && hasFeature(meeting, 'connected');

/** Whether there is a plugin to send to. */
export const isReady = (status: Status): status is 'ready' | 'in-meeting' =>
  status === 'ready' || status === 'in-meeting';
