import type { Participant } from '../../protocol/people';
import { field, textField } from './field';

const millis = (seconds: unknown): number | undefined =>
  typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : undefined;

/** Reads a participant as Web App 3's events have it. */
export function personOf(of: unknown, uuid: string): Participant {
  // A host page of the second namespace may expect every flag.
  const flags = (names: string, inEvent = (name: string) => name) =>
    Object.fromEntries(names.split(' ').map((name) => [name, field(of, inEvent(name)) === true]));
  return {
    ...flags('isWaiting isHost isMuted isClientMuted isCameraMuted isPresenting isSpotlight raisedHand'),
    uuid,
    displayName: textField(of, 'displayName'),
    isRinging: field(of, 'serviceType') === 'connecting',
    raisedAt: millis(field(of, 'handRaisedTime')),
    joinedAt: millis(field(of, 'startTime')),
    overlayText: textField(of, 'overlayText'),
    can: flags(
      'control mute disconnect transfer spotlight fecc raiseHand changeLayout',
      (name) => `can${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    ),
  };
}

/** Reads the same as the node lists it; what this user may do stands in the events alone. */
export function personListed(of: unknown, uuid: string): Participant {
  const get = (name: string) => field(of, name);
  const is = (name: string) => get(name) === true || get(name) === 'YES' || Number(get(name)) > 0;
  return personOf(
    {
      displayName: get('display_name'),
      serviceType: get('service_type'),
      isWaiting: get('service_type') === 'waiting_room',
      isHost: get('role') === 'chair',
      isMuted: is('is_muted'),
      isClientMuted: is('is_client_muted'),
      isCameraMuted: is('is_video_muted'),
      isPresenting: is('is_presenting'),
      isSpotlight: is('spotlight'),
      raisedHand: is('buzz_time'),
      handRaisedTime: get('buzz_time'),
      startTime: get('start_time'),
      overlayText: get('overlay_text'),
      canControl: true,
      canMute: is('mute_supported'),
      canDisconnect: is('disconnect_supported'),
      canTransfer: is('transfer_supported'),
      canFecc: is('fecc_supported'),
      canSpotlight: true,
      canRaiseHand: true,
    },
    uuid,
  );
}
