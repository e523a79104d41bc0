import type { Meeting } from '../../../protocol/meeting';
import { STRINGS } from '../../../strings/panel';
import { plainName } from './plain-name';

/** A longer alias would push the host behind it out of sight. */
const MAX_ALIAS = 40;

/**
 * Returns what a meeting is called among those of its page that are there. Where there are several, with the
 * host of the frame that carries it: an ad can give itself any alias. Namesakes are numbered.
 */
export function fullMeetingName(meetings: readonly Meeting[], meeting: Meeting): string {
  const { host, present } = meeting;
  const position = (among: readonly Meeting[]) => among.findIndex(({ id }) => id === meeting.id) + 1;
  const alias = besideHost(meeting);
  const namesakes = meetings.filter(
    (other) => besideHost(other) === alias && other.host === host && other.present === present,
  );
  const own = alias || STRINGS.unnamedMeeting(position(meetings));
  if (meetings.length < 2 && !host) return own;
  const name = alias && namesakes[1] ? STRINGS.namesake({ name: own, position: position(namesakes) }) : own;
  return STRINGS.meetingAt({ name, host: host ?? STRINGS.unknownHost });
}

/** The alias as it may stand before a host: it cannot end as if the host behind it were its own. */
function besideHost({ alias = '' }: Meeting): string {
  const name = plainName(alias).replace(/ \p{Pd}+(?= )/gu, '');
  return name.length > MAX_ALIAS ? `${name.slice(0, MAX_ALIAS).toWellFormed()}…` : name;
}
