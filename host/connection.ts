import type { DialRequest } from '../protocol/dial-fields';
import type { Dialect } from '../protocol/wire';
import type { Call } from './call';
import type { SentMessage } from './chat-messages';
import type { On } from './emitter';
import type { LogEntry, MeetingEvents } from './events';

/** How a host page connects. */
export type ConnectOptions = {
  /** The origin of Web App 3. Default: the one in the iframe's address, or that of the first accepted message. */
  origin?: string;
  /** The namespaces to accept. Default: both. */
  namespaces?: readonly Dialect[];
  /** Closes the connection. */
  signal?: AbortSignal;
  /** Whether the chat is open at first. */
  chat?: boolean;
  /** What is unread at first. */
  unread?: number | boolean;
  /**
   * Time until `no-answer`, in milliseconds. A plugin of version 1 then gets the next queued call. A call that no plugin
   * has taken in this time fails. Default: 60 000.
   */
  answerMs?: number;
  /** Receives every message, for a log. Nothing is logged without it. */
  log?: (entry: LogEntry) => void;
};

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
  dialOut(request: DialRequest, options?: { signal?: AbortSignal }): Call;
  /** Sends to the meeting's own chat. Rejects with a `MeetingError`. */
  sendMessage(text: string): Promise<SentMessage>;
  /** Stops listening. Open calls go on in the meeting, and their promises reject. */
  close(): void;
}
