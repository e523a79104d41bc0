import type { Meeting } from '../../protocol/meeting';
import { STRINGS } from '../../strings/panel';

/**
 * Returns what a meeting is called among those of its page. Where there are several, with the host of the
 * frame that carries it: an advert can give itself any alias. Namesakes get their position.
 */
export function meetingName(meetings: readonly Meeting[], meeting: Meeting): string {
  const position = meetings.findIndex(({ id }) => id === meeting.id) + 1;
  const own = shortName(meeting, position);
  if (meetings.length < 2) return own;
  const isNamesake = (other: Meeting) => other.alias === meeting.alias && other.host === meeting.host;
  const isUnique = !meeting.alias || meetings.filter(isNamesake).length === 1;
  const name = isUnique ? own : STRINGS.namesake({ name: own, position });
  return STRINGS.meetingAt({ name, host: meeting.host ?? STRINGS.unknownHost });
}

/** The same with the host in any case. */
export const fullMeetingName = (meetings: readonly Meeting[], meeting: Meeting): string =>
  meetings.length > 1 || !meeting.host
    ? meetingName(meetings, meeting)
    : STRINGS.meetingAt({ name: shortName(meeting, 1), host: meeting.host });

const shortName = ({ alias }: Meeting, position: number): string => alias || STRINGS.unnamedMeeting(position);
