import type { PluginMessage } from '../protocol/messages';
import type { Dialect, Parsed } from '../protocol/wire';
import type { LogEntry } from './events';

/** How a host page connects. */
export type ConnectOptions = {
  /**
   * The origin of Web App 3. Default: the one in the iframe's address, or that of the first accepted
   * message.
   */
  origin?: string | undefined;
  /** The namespaces to accept. Default: both. */
  namespaces?: readonly Dialect[] | undefined;
  /** Closes the connection. */
  signal?: AbortSignal | undefined;
  /** Whether the chat is open at first. */
  chat?: boolean | undefined;
  /** What is unread at first. */
  unread?: number | boolean | undefined;
  /**
   * Time until `no-answer`, in milliseconds. A plugin of version 1 then gets the next queued call. A call
   * that no plugin has taken in this time fails, and the event `unreachable` says that there is none.
   * Default: 60 000.
   */
  answerMs?: number | undefined;
  /** `people` of `external-chat-people.js`. Without it, messages about people are dropped. */
  people?: ((data: unknown) => Parsed<PluginMessage>) | undefined;
  /** Receives every message, for a log. Nothing is logged without it. */
  log?: ((entry: LogEntry) => void) | undefined;
};
