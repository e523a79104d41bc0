/** People in the meeting, as a plugin reports them. All fields but the id can be absent, which means *no*. */
import { LIMITS } from './limits';
import { fields, flag, ignorable, list, moment, type Of, optional, type Shape, shownText } from './shape';
import { id, requestId } from './text';

const name = ignorable(shownText(LIMITS.displayText));
const ignorableFlag = ignorable(flag);
type Flags<Name extends string> = { [Each in Name]: typeof ignorableFlag };

/** Fields that are flags, and count as absent if they are anything else. */
const flags = <const Name extends string>(...names: readonly Name[]): Flags<Name> =>
  Object.fromEntries(names.map((each) => [each, ignorableFlag])) as Flags<Name>;

const participant = fields({
  uuid: id,
  displayName: name,
  ...flags(
    'isWaiting',
    'isHost',
    'isMuted',
    'isClientMuted',
    'isCameraMuted',
    'isPresenting',
    'isSpotlight',
    'raisedHand',
    // *Added*, as are the three fields below: the call to them rings.
    'isRinging',
  ),
  /** When they raised their hand, and when they joined: milliseconds since the epoch. */
  raisedAt: ignorable(moment),
  joinedAt: ignorable(moment),
  /** The text laid over their picture in place of the name. */
  overlayText: name,
  /** What this top window's user can do about them. */
  can: ignorable(
    fields(
      flags('control', 'mute', 'disconnect', 'transfer', 'spotlight', 'fecc', 'raiseHand', 'changeLayout'),
    ),
  ),
});
const participants = list(participant, LIMITS.participants);

/** Somebody in the meeting, in its waiting room, or called into it. */
export type Participant = Of<typeof participant>;

const self = fields({
  participantUuid: id,
  ...flags('micMuted', 'camMuted', 'clientMuted', 'isHost', 'canControl'),
});
const conference = fields(flags('locked', 'guestsMuted', 'started'));

/** The user of this meeting, as one of its participants. */
export type Self = Of<typeof self>;
export type Conference = Of<typeof conference>;

const toggle: Shape<{ active: boolean }> = fields({ active: flag });

/** What a plugin reports about people. */
export const peopleFromPlugin = {
  /** The user pressed the Participants button; `active` is the requested state. */
  'toggle-participants': toggle,
  self,
  /** Everybody, each time. */
  roster: fields({ participants }),
  /** *Added.* The changes since the last `roster` or `roster-change`, if requested by `hello`. */
  'roster-change': fields({
    joined: optional(participants),
    updated: optional(participants),
    left: optional(list(id, LIMITS.participants)),
  }),
  /** *Added.* The conference as a whole. */
  conference,
  /** *Added.* An action was refused; `message` says why. */
  'action-error': fields({
    requestId,
    /** The name of the action; `action` is taken by the envelope. */
    request: shownText(LIMITS.displayText),
    participantUuid: optional(id),
    message: shownText(LIMITS.errorText),
  }),
} as const;
