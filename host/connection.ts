import type { DialRequest } from '../protocol/dial-fields';
import type { PersonAction } from '../protocol/person-actions';
import type { Dialect } from '../protocol/wire';
import type { OutgoingCall } from './call';
import type { SentMessage } from './chat-messages';
import type { On } from './emitter';
import type { MeetingEvents } from './events';

/** A connection to the plugin in one meeting. */
export interface MeetingConnection {
  /** Adds a listener; the returned function removes it. */
  readonly on: On<MeetingEvents>;
  /** Whether the plugin has sent anything since the meeting was loaded. */
  readonly ready: boolean;
  /** Whether the user is in the meeting, as far as the plugin tells. */
  readonly connected: boolean;
  /** What the plugin announced. */
  readonly features: readonly string[];
  readonly namespace: Dialect | undefined;
  readonly chat: boolean;
  readonly unread: number | boolean;
  /** Sets the state of the Chat button. */
  setChat(active: boolean): void;
  /** Sets the unread badge of the Chat button: a count, or only whether there is something. */
  setUnread(unread: number | boolean): void;
  /** Dials a destination into the meeting. */
  dialOut(request: DialRequest, options?: { signal?: AbortSignal | undefined }): OutgoingCall;
  /** Sends to the meeting's own chat. Rejects with a `MeetingError`. */
  sendMessage(text: string): Promise<SentMessage>;
  /**
   * Requests an action on people, such as `{ name: 'mute', participantUuid, muted: true }`, and returns its
   * `requestId`. The event `action-error` has the same if the meeting refuses.
   * @throws MeetingError if the plugin doesn't announce the action, or the connection is closed
   */
  act(action: PersonAction): string;
  /** Stops listening and sending. Open calls go on in the meeting, and their promises reject. */
  close(): void;
}
