import { dialRequestWith } from './dial-request';
import type { HostMessage } from './messages';
import { type Parsed, parseWith } from './parse';
import { fields, flag, Mismatch } from './shape';
import { requestId } from './text';

/** What the top window says to a plugin. */
export const fromHost = {
  /** *Added.* Asks for `ready` again: the peer may have been injected after it was said. */
  hello: fields({}),
  /** Sets the Chat button's active state and tooltip. */
  'toggle-chat-button-state': fields({ active: flag }),
  /** Shows or hides the unread badge on the Chat button. */
  'toggle-chat-badge': fields({ visible: flag }),
  /** Dials a destination into the meeting. */
  'dial-out': dialRequestWith({ requestId }),
} as const;

/** Reads a message that the top window sent to a plugin. */
export const parseHostMessage = (data: unknown): Parsed<HostMessage> => parseWith(fromHost, data);

/** The `requestId` of a message whose payload is otherwise wrong, so that the answer still finds its call. */
export function requestIdOf(data: unknown): string | undefined {
  const read = fields({ requestId })(data);
  return read instanceof Mismatch ? undefined : read.requestId;
}
