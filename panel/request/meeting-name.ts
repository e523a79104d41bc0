import type { Meeting } from '../../protocol/meeting';
import { STRINGS } from '../../strings/panel';

/**
 * Returns what a meeting is called among those of its page that are there. Where there are several, with the
 * host of the frame that carries it: an advert can give itself any alias. Namesakes are numbered.
 */
export function fullMeetingName(meetings: readonly Meeting[], meeting: Meeting): string {
  const { alias, host, present } = meeting;
  const position = (among: readonly Meeting[]) => among.findIndex(({ id }) => id === meeting.id) + 1;
  const namesakes = meetings.filter(
    (other) => other.alias === alias && other.host === host && other.present === present,
  );
  const own = alias || STRINGS.unnamedMeeting(position(meetings));
  if (meetings.length < 2 && !host) return own;
  const name = alias && namesakes[1] ? STRINGS.namesake({ name: own, position: position(namesakes) }) : own;
  return STRINGS.meetingAt({ name, host: host ?? STRINGS.unknownHost });
}
