import type { InfinityParticipant } from '@pexip/plugin-api';
import type { SoFar } from './so-far';

/**
 * The conference as a classic plugin is given it: exactly these properties.
 * @see Plugin guide, "Conference properties"
 */
export interface ConferenceDetails {
  locked: boolean;
  guestsMuted: boolean;
  chatEnabled: boolean;
  mediaType: 'video' | 'audioonly' | 'none';
  started: boolean;
}

const MEDIA = { video: 'video', audio: 'audioonly', api: 'none' } as const;

/**
 * Makes the details of what Web App 3 tells. Of chat it tells a plugin nothing, so `chatEnabled` is always
 * true; the media are those of the user's own call.
 */
export function toConferenceDetails(
  status: SoFar['status'],
  me: InfinityParticipant | undefined,
): ConferenceDetails {
  return {
    locked: status?.locked ?? false,
    guestsMuted: status?.guestsMuted ?? false,
    chatEnabled: true,
    mediaType: me ? MEDIA[me.callType] : 'none',
    started: status?.started ?? false,
  };
}
