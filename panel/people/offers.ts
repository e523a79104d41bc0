import { hasFeature } from '../../protocol/calls';
import type { Meeting } from '../../protocol/meeting';
import type { Participant } from '../../protocol/people';
import type { ActionName, PersonAction } from '../../protocol/person-actions';
import type { PEOPLE_STRINGS } from '../../strings/people';

/** What a button does about one person; the names are those of the texts on the buttons. */
export type PersonPress = keyof typeof PEOPLE_STRINGS.names;
/** What a button does about everybody. */
export type ForAllPress = 'muteAll' | 'unmuteAll' | 'lock' | 'unlock' | 'disconnectAll';
export type PeoplePress = PersonPress | ForAllPress;

/** Those that ask for more before anything is sent. */
const ASKING = ['tones', 'transfer', 'overlay', 'remove', 'disconnectAll'] as const;
export type AskingPress = (typeof ASKING)[number];
/** Whether a press asks for more before anything is sent. */
export const isAsking = (press: PeoplePress): press is AskingPress => ASKING.some((each) => each === press);

/** Without a list of what can be done, nothing can. */
type Can = keyof NonNullable<Participant['can']>;

/**
 * What can be done about a person, as the plugin announces and the roster allows it. The most wanted comes
 * first.
 */
export function offersFor(person: Participant, meeting: Meeting): PersonPress[] {
  const { self } = meeting;
  const isSelf = person.uuid === self?.participantUuid;
  const isOffered = (feature: ActionName) => isHost(meeting) && hasFeature(meeting, feature);
  const can = (feature: ActionName, what: Can) => isOffered(feature) && person.can?.[what];
  const mine = (feature: ActionName) => isSelf && hasFeature(meeting, feature);
  const offers: (PersonPress | false | undefined)[] = person.isWaiting
    ? [isOffered('admit') && 'admit', can('disconnect', 'disconnect') && 'deny']
    : [
        person.raisedHand && (mine('raise-hand') || can('raise-hand', 'raiseHand')) && 'lowerHand',
        (mine('mute') || can('mute', 'mute')) && (isMuted(person, meeting) ? 'unmute' : 'mute'),
        (mine('mute-video') || can('mute-video', 'mute')) &&
          (isCameraOff(person, meeting) ? 'cameraOn' : 'cameraOff'),
        mine('raise-hand') && !person.raisedHand && 'raiseHand',
        can('spotlight', 'spotlight') && (person.isSpotlight ? 'stopSpotlight' : 'spotlight'),
        isOffered('set-role') && (person.isHost ? 'makeGuest' : 'makeHost'),
        isOffered('dtmf') && !isSelf && 'tones',
        can('transfer', 'transfer') && !isSelf && 'transfer',
        isOffered('text-overlay') && 'overlay',
        can('disconnect', 'disconnect') && !isSelf && 'remove',
      ];
  return offers.filter((each) => each !== false && each !== undefined);
}

/** Whether nobody hears them: muted by a host. */
export const isMuted = ({ uuid, isMuted }: Participant, { self }: Meeting): boolean =>
  isMuted ?? (uuid === self?.participantUuid && self.micMuted) ?? false;

/** Whether nobody sees their camera. */
export const isCameraOff = ({ uuid, isCameraMuted }: Participant, { self }: Meeting): boolean =>
  isCameraMuted ?? (uuid === self?.participantUuid && self.camMuted) ?? false;

/**
 * Whether the user can act upon others: as a host, or where the plugin does not tell. `can.control` of a
 * participant tells whether they are a host themselves.
 */
export const isHost = ({ self }: Meeting): boolean => self?.isHost !== false || self.canControl === true;

/** What can be done about everybody. */
export function offersForAll(meeting: Meeting): ForAllPress[] {
  const { conference } = meeting;
  if (!isHost(meeting)) return [];
  const offers: (ForAllPress | false)[] = [
    hasFeature(meeting, 'mute-all-guests') && (conference?.guestsMuted ? 'unmuteAll' : 'muteAll'),
    hasFeature(meeting, 'lock') && (conference?.locked ? 'unlock' : 'lock'),
    hasFeature(meeting, 'disconnect-all') && 'disconnectAll',
  ];
  return offers.filter((each) => each !== false);
}

/** The action of a press that asks for nothing more. */
export function actionOf(
  press: Exclude<PeoplePress, 'tones' | 'transfer' | 'overlay'>,
  uuid = '',
): PersonAction {
  const of = { participantUuid: uuid };
  switch (press) {
    case 'admit':
      return { name: 'admit', ...of };
    case 'deny':
    case 'remove':
      return { name: 'disconnect', ...of };
    case 'mute':
    case 'unmute':
      return { name: 'mute', ...of, muted: press === 'mute' };
    case 'cameraOff':
    case 'cameraOn':
      return { name: 'mute-video', ...of, muted: press === 'cameraOff' };
    case 'spotlight':
    case 'stopSpotlight':
      return { name: 'spotlight', ...of, active: press === 'spotlight' };
    case 'raiseHand':
    case 'lowerHand':
      return { name: 'raise-hand', ...of, raised: press === 'raiseHand' };
    case 'makeHost':
    case 'makeGuest':
      return { name: 'set-role', ...of, role: press === 'makeHost' ? 'host' : 'guest' };
    case 'muteAll':
    case 'unmuteAll':
      return { name: 'mute-all-guests', muted: press === 'muteAll' };
    case 'lock':
    case 'unlock':
      return { name: 'lock', locked: press === 'lock' };
    case 'disconnectAll':
      return { name: 'disconnect-all' };
  }
}

/** What was pressed for an action; `isWaiting`: about somebody in the waiting room. */
export function pressOf(action: PersonAction, isWaiting: boolean): PeoplePress {
  switch (action.name) {
    case 'admit':
    case 'transfer':
      return action.name;
    case 'disconnect':
      return isWaiting ? 'deny' : 'remove';
    case 'mute':
      return action.muted ? 'mute' : 'unmute';
    case 'mute-video':
      return action.muted ? 'cameraOff' : 'cameraOn';
    case 'spotlight':
      return action.active ? 'spotlight' : 'stopSpotlight';
    case 'raise-hand':
      return action.raised ? 'raiseHand' : 'lowerHand';
    case 'set-role':
      return action.role === 'host' ? 'makeHost' : 'makeGuest';
    case 'dtmf':
      return 'tones';
    case 'text-overlay':
      return 'overlay';
    case 'mute-all-guests':
      return action.muted ? 'muteAll' : 'unmuteAll';
    case 'lock':
      return action.locked ? 'lock' : 'unlock';
    case 'disconnect-all':
      return 'disconnectAll';
  }
}
