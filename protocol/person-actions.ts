import { LIMITS } from './limits';
import { fields, flag, type Of, oneOf, optional, someText, text, trimmedText } from './shape';
import { id, requestId } from './text';

const person = { participantUuid: id, requestId };
/** Without an id, the user. */
const personOrSelf = { participantUuid: optional(id), requestId };
const role = oneOf(['host', 'guest']);

/** What a top window can request about people. `requestId` is *added*: `action-error` repeats it. */
export const personActions = {
  mute: fields({ ...personOrSelf, muted: flag }),
  'mute-video': fields({ ...personOrSelf, muted: flag }),
  admit: fields(person),
  disconnect: fields(person),
  spotlight: fields({ ...person, active: flag }),
  'raise-hand': fields({ ...personOrSelf, raised: flag }),
  'set-role': fields({ ...person, role }),
  transfer: fields({
    ...person,
    alias: trimmedText(LIMITS.alias),
    role: optional(role),
    pin: optional(text(LIMITS.displayText)),
  }),
  dtmf: fields({ ...person, digits: someText(LIMITS.dtmf) }),
  'mute-all-guests': fields({ requestId, muted: flag }),
  /** *Added*, as are the two below. */
  lock: fields({ requestId, locked: flag }),
  'text-overlay': fields({ ...person, text: text(LIMITS.displayText) }),
  'disconnect-all': fields({ requestId }),
} as const;

export type ActionName = keyof typeof personActions;

/** An action as it is sent; `requestId` names it in the answer. */
export type PersonAction = {
  [Name in ActionName]: { name: Name } & Of<(typeof personActions)[Name]>;
}[ActionName];
