import { LIMITS } from '../../protocol/limits';
import { exactOptional, flag, oneOf, type Shape, someText, text, trimmedText } from '../../protocol/shape';
import { id } from '../../protocol/text';

/** What a person can be expected to be, by the field of the roster that tells. */
export const PERSON_FLAGS = {
  waiting: 'isWaiting',
  host: 'isHost',
  muted: 'isMuted',
  cameraOff: 'isCameraMuted',
  presenting: 'isPresenting',
  spotlight: 'isSpotlight',
  handRaised: 'raisedHand',
  ringing: 'isRinging',
} as const;

/** What a conference can be expected to be. */
export const CONFERENCE_FLAGS = ['locked', 'guestsMuted', 'started'] as const;

const optionalFlag = exactOptional(flag);

/** The fields of steps about people, given those that every such step can have. */
export function peopleFields<Within extends Shape<unknown>>(within: Within) {
  /** Who it is about: by the name in the roster, or by the call with which a step dialed them. */
  const whom = {
    person: exactOptional(trimmedText(LIMITS.displayText)),
    call: exactOptional(id),
    within,
  };
  const all = { within };
  return {
    'expect-person': {
      ...whom,
      /** False: is not, or no longer, in the meeting and its waiting room. */
      present: optionalFlag,
      waiting: optionalFlag,
      host: optionalFlag,
      muted: optionalFlag,
      cameraOff: optionalFlag,
      presenting: optionalFlag,
      spotlight: optionalFlag,
      handRaised: optionalFlag,
      ringing: optionalFlag,
      overlayText: exactOptional(text(LIMITS.displayText)),
    },
    'expect-waiting': whom,
    'expect-conference': { locked: optionalFlag, guestsMuted: optionalFlag, started: optionalFlag, within },
    admit: whom,
    remove: whom,
    mute: whom,
    unmute: whom,
    'camera-off': whom,
    'camera-on': whom,
    'raise-hand': whom,
    'lower-hand': whom,
    spotlight: whom,
    'stop-spotlight': whom,
    'make-host': whom,
    'make-guest': whom,
    'send-tones': { ...whom, digits: someText(LIMITS.dtmf) },
    transfer: {
      ...whom,
      alias: trimmedText(LIMITS.alias),
      role: exactOptional(oneOf(['host', 'guest'])),
      pin: exactOptional(text(LIMITS.displayText)),
    },
    'overlay-text': { ...whom, text: text(LIMITS.displayText) },
    'mute-all-guests': all,
    'unmute-all-guests': all,
    lock: all,
    unlock: all,
    'disconnect-everyone': all,
  } as const;
}

/** Without a person, these are about the user; `expect-waiting` is about anybody. */
export const OWN_STEPS: readonly string[] = [
  'expect-person',
  'expect-waiting',
  'mute',
  'unmute',
  'camera-off',
  'camera-on',
  'raise-hand',
  'lower-hand',
];
