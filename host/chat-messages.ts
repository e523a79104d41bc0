import { LIMITS } from '../protocol/limits';
import type { PluginMessage } from '../protocol/messages';
import { type Deferred, deferred } from './call';
import { newId } from './calls';
import { MeetingError } from './meeting-error';
import type { PluginFrame } from './plugin-frame';

/** A message of the page, once the node has taken it. */
export type SentMessage = { id: string; at: number };

interface ChatSender {
  send(text: string): Promise<SentMessage>;
  onPluginMessage(message: PluginMessage): void;
  failAll(error: MeetingError): void;
}

/** Sends to the meeting's own chat, and matches the plugin's answers to what was sent. */
export function createMessages(plugin: PluginFrame): ChatSender {
  const sent = new Map<string | undefined, Deferred<SentMessage>>();
  /** What waits for this answer; it waits no longer. */
  const removeWaiting = ({ requestId }: { requestId?: string | undefined }) => {
    const waiting = sent.get(requestId);
    sent.delete(requestId);
    return waiting;
  };
  return {
    send(given) {
      const text = String(given ?? '');
      const waiting = deferred<SentMessage>();
      const requestId = newId();
      const error =
        !text.trim() || text.length > LIMITS.message
          ? new MeetingError('bad-request', `Enter 1 to ${LIMITS.message} characters.`)
          : plugin.obstacle('messages');
      if (error) waiting.reject(error);
      else {
        sent.set(requestId, waiting);
        plugin.send({ name: 'send-message', text, requestId });
      }
      return waiting.promise;
    },
    onPluginMessage(message) {
      if (message.name === 'message') removeWaiting(message)?.resolve(message);
      if (message.name === 'message-error')
        removeWaiting(message)?.reject(new MeetingError('refused', message.message));
    },
    failAll(error) {
      for (const waiting of sent.values()) waiting.reject(error);
      sent.clear();
    },
  };
}
