import type { Participant } from '../../protocol/people';
import { field, textField } from '../field';

const millis = (seconds: unknown): number | undefined =>
  typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : undefined;

const FLAGS = 'isWaiting isHost isMuted isClientMuted isCameraMuted isPresenting isSpotlight raisedHand';
const RIGHTS = 'control mute disconnect transfer spotlight fecc raiseHand changeLayout';

/** Every flag is there: a host page of the second namespace may expect that. */
const flags = (names: string, is: (name: string) => boolean): Record<string, boolean> =>
  Object.fromEntries(names.split(' ').map((name) => [name, is(name)]));

/** What the plugin reports of a participant, and what calls need. */
export type Reading = {
  person: Participant;
  state: 'ringing' | 'joined';
  displayName: string | undefined;
  /** The address of a participant who was dialed; that of others is not recorded. */
  dialed: string | undefined;
};

/** Reads a participant as Web App 3's events have it. */
export function read(of: unknown, uuid: string): Reading {
  const is = (name: string) => field(of, name) === true;
  const displayName = textField(of, 'displayName');
  const isRinging = field(of, 'serviceType') === 'connecting';
  const direction = field(field(of, 'rawData'), 'call_direction') ?? 'out';
  return {
    person: {
      ...flags(FLAGS, is),
      uuid,
      displayName,
      isRinging,
      raisedAt: millis(field(of, 'handRaisedTime')),
      joinedAt: millis(field(of, 'startTime')),
      overlayText: textField(of, 'overlayText'),
      can: flags(RIGHTS, (name) => is(`can${name.charAt(0).toUpperCase()}${name.slice(1)}`)),
    },
    state: isRinging ? 'ringing' : 'joined',
    displayName,
    dialed: direction === 'out' ? (textField(of, 'uri') ?? '') : undefined,
  };
}

/**
 * Brings an entry of the node's list into the shape that events have, by the client SDK's own rules. A list
 * that has what the events had must change nobody: everybody would be reported anew.
 * @see `normalizeParticipant` in `@pexip/infinity` 20
 */
export function asInEvents(of: unknown): object {
  const get = (name: string) => field(of, name);
  const isSet = (name: string) => Number(get(name)) > 0;
  const service = String(get('service_type'));
  const isGateway = service === 'gateway';
  const isHost = get('role') === 'chair';
  const canControl = isHost && /conference|lecture/.test(service);
  const renamed = Object.entries(Object(of)).map(([name, value]) => [
    name
      .replace('video', 'camera')
      .replace(/(.+)_supported/, 'can_$1')
      .replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
    value === 'YES' || value,
  ]);
  return {
    ...Object.fromEntries(renamed),
    displayName: get('display_name') || textField(of, 'uri')?.replace('sip:', ''),
    isWaiting: service === 'waiting_room',
    isHost,
    isSpotlight: isSet('spotlight'),
    raisedHand: isSet('buzz_time'),
    handRaisedTime: get('buzz_time'),
    canControl,
    canSpotlight: !isGateway,
    canRaiseHand: !isGateway,
    canChangeLayout: canControl || (isHost && isGateway),
    rawData: of,
  };
}
