import { dialRequestWith } from './dial-request';
import { LIMITS } from './limits';
import { personActions } from './person-actions';
import {
  count,
  fields,
  flag,
  ignorable,
  list,
  Mismatch,
  optional,
  type Shape,
  shownText,
  someText,
} from './shape';
import { id, requestId } from './text';

const toggle: Shape<{ active: boolean }> = fields({ active: flag });
/** A call, named by either id. */
const callName = fields({ requestId, uuid: optional(id) });

/** What the top window says to a plugin. */
export const fromHost = {
  /**
   * *Added.* Asks for `ready` again: the peer may have been injected after it was said. `wants` names
   * additions that are sent only on request: `roster-change`.
   */
  hello: fields({ wants: ignorable(list(shownText(LIMITS.displayText), LIMITS.features)) }),
  /** Sets the Chat button's active state and tooltip. */
  'toggle-chat-button-state': toggle,
  /** Shows or hides the unread badge on the Chat button. *Added:* how many there are, for its tooltip. */
  'toggle-chat-badge': fields({ visible: flag, count: ignorable(count) }),
  /** Sets the Participants button's state. */
  'participants-state': toggle,
  ...personActions,
  /** Dials a destination into the meeting. */
  'dial-out': dialRequestWith({ requestId }),
  /**
   * *Added.* Ends a call that this page placed, named by either id, whether it rings or has been answered.
   */
  'hang-up': callName,
  /** *Added.* Asks what has become of calls that an earlier load of the plugin placed. */
  'call-status': fields({ calls: list(callName, LIMITS.calls) }),
  /** *Added.* Writes in the meeting's own chat, to everybody. */
  'send-message': fields({ text: someText(LIMITS.message), requestId }),
} as const;

/** The `requestId` of a message whose payload is otherwise wrong, so that the answer still finds its call. */
export function requestIdOf(data: unknown): string | undefined {
  const read = requestId(Object(data).requestId);
  return read instanceof Mismatch ? undefined : read;
}
