import type { HostMessage, PluginMessage } from '../protocol/messages';
import type { Drop } from '../protocol/trace';
import type { MeetingError } from './meeting-error';

type Payload<Message extends { name: string }, Name extends Message['name']> = Omit<
  Extract<Message, { name: Name }>,
  'name'
>;

/**
 * The events of a connection: every message of the plugin under its own name, and what the library itself
 * reports.
 */
export type MeetingEvents = {
  [Name in PluginMessage['name']]: Payload<PluginMessage, Name>;
} & {
  /** The meeting in the iframe was loaded again, or its iframe was moved. */
  reloaded: Record<never, never>;
  /**
   * No plugin can be reached: at once with `not-top` in a page that is framed, and with `no-plugin` if none
   * has sent anything in the answer time. A plugin that loads later still connects.
   */
  unreachable: MeetingError;
};

/** What `log` receives: every message that the library received or sent. */
export type LogEntry =
  | { result: 'accepted'; origin: string; message: PluginMessage }
  | { result: 'dropped'; origin: string; reason: Drop }
  | { result: 'sent'; origin: string; message: HostMessage };
