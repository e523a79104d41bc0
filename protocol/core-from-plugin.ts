import { LIMITS } from './limits';
import { fields, flag, ignorable, list, moment, oneOf, optional, shownText } from './shape';
import { id, requestId } from './text';

const displayText = ignorable(shownText(LIMITS.displayText));
const alias = ignorable(shownText(LIMITS.alias));
const reason = shownText(LIMITS.errorText);

/** What a plugin says to the top window about itself, the button, calls and the meeting's chat. */
export const coreFromPlugin = {
  /**
   * The plugin has loaded and registered. The fields are *added*: what this plugin is and can do. `again`: it
   * has said so before, and repeats it on request.
   */
  ready: fields({
    again: ignorable(flag),
    version: displayText,
    features: ignorable(list(shownText(LIMITS.displayText), LIMITS.features)),
    conferenceAlias: alias,
  }),
  /** The user pressed the Chat button; `active` is the requested state. */
  'toggle-chat': fields({ active: flag }),
  /** *Added.* The button’s state, after any change by the top window, the page’s or the extension’s. */
  'button-state': fields({ active: flag, badge: flag }),
  /** *Added.* The meeting is joined. Its alias stands here too: `ready` is often said before it is known. */
  connected: fields({ conferenceAlias: alias }),
  /** *Added.* The meeting is left. */
  disconnected: fields({
    userInitiated: ignorable(flag),
    error: ignorable(reason),
    errorCode: displayText,
  }),
  /** The dialed participant has joined. */
  'dial-out-success': fields({ uuid: id, displayName: displayText, requestId }),
  /** The dial-out was refused; `message` says why. */
  'dial-out-error': fields({ message: reason, requestId }),
  /**
   * *Added.* How far a call is that has not failed. `dial-out-success` alone tells of an answer; `joined` is
   * said here only to one who asked with `call-status`.
   */
  'dial-out-progress': fields({
    state: oneOf(['calling', 'ringing', 'joined', 'left']),
    requestId,
    uuid: optional(id),
    displayName: displayText,
  }),
  /** *Added.* A call could not be hung up; `message` says why. */
  'hang-up-error': fields({ message: reason, requestId, uuid: optional(id) }),
  /** *Added.* Somebody wrote in the meeting's own chat; `own`: it was written here, by `send-message`. */
  message: fields({
    id,
    at: moment,
    text: shownText(LIMITS.message),
    displayName: displayText,
    own: flag,
    requestId,
  }),
  /** *Added.* A `send-message` was refused; `message` says why. */
  'message-error': fields({ message: reason, requestId }),
} as const;
