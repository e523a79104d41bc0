import { dialRequestWith } from './dial-request';
import { LIMITS } from './limits';
import { personActions } from './person-actions';
import { count, fields, flag, ignorable, list, Mismatch, optional, shownText, someText } from './shape';
import { id, requestId } from './text';

/** What the top window says to a plugin. */
export const fromHost = {
  /**
   * *Added.* Asks for `ready` again: the peer may have been injected after it was said. `wants` names
   * additions that are sent only on request: `roster-change`.
   */
  hello: fields({ wants: ignorable(list(shownText(LIMITS.displayText), LIMITS.features)) }),
  /** Sets the Chat button's active state and tooltip. */
  'toggle-chat-button-state': fields({ active: flag }),
  /** Shows or hides the unread badge on the Chat button. *Added:* how many there are, for its tooltip. */
  'toggle-chat-badge': fields({ visible: flag, count: ignorable(count) }),
  /** Sets the Participants button's state. */
  'participants-state': fields({ active: flag }),
  ...personActions,
  /** Dials a destination into the meeting. */
  'dial-out': dialRequestWith({ requestId }),
  /**
   * *Added.* Ends a call that this page placed, named by either id, whether it rings or has been answered.
   */
  'hang-up': fields({ requestId, uuid: optional(id) }),
  /** *Added.* Asks what has become of calls that an earlier load of the plugin placed. */
  'call-status': fields({ calls: list(fields({ requestId, uuid: optional(id) }), LIMITS.calls) }),
  /** *Added.* Writes in the meeting's own chat, to everybody. */
  'send-message': fields({ text: someText(LIMITS.message), requestId }),
} as const;

/** The `requestId` of a message whose payload is otherwise wrong, so that the answer still finds its call. */
export function requestIdOf(data: unknown): string | undefined {
  const read = fields({ requestId })(data);
  return read instanceof Mismatch ? undefined : read.requestId;
}
