import type { Channel, InfinityParticipant } from '@pexip/plugin-api';
import { onEvent } from './events';

/** Where a participant is: listed while the call to it rings, here, or gone again. */
export type Presence = { state: 'ringing' | 'joined' | 'left'; displayName?: string | undefined };

export interface Roster {
  /** What was last heard of a participant, if anything. */
  of(uuid: string): Presence | undefined;
}

/**
 * Follows who is in the meeting. To be started before anything is dialled: a participant may join before
 * the node's reply to the dial is here.
 *
 * Some releases of Web App 3 announce a participant while the call still rings, so a participant counts as
 * joined once it is listed and no longer connecting.
 */
export function followRoster(channel: Channel, onChange: (uuid: string, presence: Presence) => void): Roster {
  const known = new Map<string, Presence>();
  const hear = (uuid: string, presence: Presence) => {
    if (known.get(uuid)?.state === presence.state) return;
    known.set(uuid, presence);
    onChange(uuid, presence);
  };
  const see = ({ uuid, displayName, serviceType }: InfinityParticipant) =>
    hear(uuid, { state: serviceType === 'connecting' ? 'ringing' : 'joined', displayName });

  onEvent(channel, 'event:participantJoined', ({ participant }) => see(participant));
  onEvent(channel, 'event:participants', ({ participants }) => participants.forEach(see));
  onEvent(channel, 'event:participantLeft', ({ participant }) => hear(participant.uuid, { state: 'left' }));
  return { of: (uuid) => known.get(uuid) };
}
