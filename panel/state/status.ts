import type { Meeting } from '../../protocol/meeting';

/** How far the panel is from a meeting that it can act upon. */
export type Status = 'no-meeting' | 'waiting' | 'ready' | 'in-meeting';

/** A plugin of the seed protocol never says that it is in the meeting: it stays at `ready`. */
export function statusOf(meeting: Meeting | undefined): Status {
  if (!meeting?.present) return 'no-meeting';
  if (meeting.plugin.name === 'waiting') return 'waiting';
  return meeting.plugin.inMeeting ? 'in-meeting' : 'ready';
}
