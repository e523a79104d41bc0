import type { Participant } from '../../protocol/people';
import { field, textField } from '../field';

const millis = (seconds: unknown): number | undefined =>
  typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : undefined;

const FLAGS = 'isWaiting isHost isMuted isClientMuted isCameraMuted isPresenting isSpotlight raisedHand';
const RIGHTS = 'control mute disconnect transfer spotlight fecc raiseHand changeLayout';

/** How somebody is here, as far as calls need it. */
export const presenceOf = ({ isRinging, displayName }: Participant, dialed: string | undefined) => ({
  state: isRinging ? ('ringing' as const) : ('joined' as const),
  displayName,
  /** The address of a participant who was dialed; that of others is not recorded. */
  dialed,
});

/** Every flag is there: a host page of the second namespace may expect that. */
const flags = (names: string, is: (name: string) => boolean): Record<string, boolean> =>
  Object.fromEntries(names.split(' ').map((name) => [name, is(name)]));

/** Reads a participant as Web App 3's events have it. */
export function personOf(of: unknown, uuid: string): Participant {
  const is = (name: string) => field(of, name) === true;
  return {
    ...flags(FLAGS, is),
    uuid,
    displayName: textField(of, 'displayName'),
    isRinging: field(of, 'serviceType') === 'connecting',
    raisedAt: millis(field(of, 'handRaisedTime')),
    joinedAt: millis(field(of, 'startTime')),
    overlayText: textField(of, 'overlayText'),
    can: flags(RIGHTS, (name) => is(`can${name.charAt(0).toUpperCase()}${name.slice(1)}`)),
  };
}

/**
 * Reads the same as the node lists it; what this user may do is in the events only. The fields have the
 * order that `personOf` gives them: the JSON of both is compared. `isMuted` is `is_muted` there.
 */
export function personListed(of: unknown, uuid: string): Participant {
  const get = (name: string) => field(of, name);
  const is = (name: string) => get(name) === true || get(name) === 'YES' || Number(get(name)) > 0;
  return {
    ...flags(FLAGS, (name) => is(name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))),
    isWaiting: get('service_type') === 'waiting_room',
    isHost: get('role') === 'chair',
    isCameraMuted: is('is_video_muted'),
    isSpotlight: is('spotlight'),
    raisedHand: is('buzz_time'),
    uuid,
    displayName: textField(of, 'display_name'),
    isRinging: get('service_type') === 'connecting',
    raisedAt: millis(get('buzz_time')),
    joinedAt: millis(get('start_time')),
    overlayText: textField(of, 'overlay_text'),
    can: {
      ...flags(RIGHTS, (name) => is(`${name}_supported`)),
      control: true,
      spotlight: true,
      raiseHand: true,
    },
  };
}
