import { LIMITS } from '../protocol/limits';
import type { HostMessage, PluginMessage } from '../protocol/messages';
import { deferred, type PromiseWithResolversOf } from './call';
import { newId } from './calls';
import { MeetingError } from './meeting-error';

/** A message of the page, once the node has taken it. */
export type SentMessage = { id: string; at: number };

export interface Messages {
  send(text: string): Promise<SentMessage>;
  onPluginMessage(message: PluginMessage): void;
  failAll(error: MeetingError): void;
}

/** Sends to the meeting's own chat, and matches the plugin's answers to what was sent. */
export function createMessages(
  send: (message: HostMessage) => void,
  can: (feature: string) => boolean,
): Messages {
  const sent = new Map<string, PromiseWithResolversOf<SentMessage>>();
  return {
    send(text) {
      const waiting = deferred<SentMessage>();
      const problem =
        text.trim() === ''
          ? new MeetingError('bad-request', 'The message is empty.', 'Enter a text.')
          : text.length > LIMITS.message
            ? new MeetingError(
                'bad-request',
                `The message is longer than ${LIMITS.message} characters.`,
                'Shorten it.',
              )
            : !can('messages') &&
              new MeetingError(
                'unsupported',
                "The plugin can't send chat messages.",
                'Use the chat in the meeting.',
              );
      if (problem) waiting.reject(problem);
      else {
        const requestId = newId();
        sent.set(requestId, waiting);
        send({ name: 'send-message', text, requestId });
      }
      return waiting.promise;
    },
    onPluginMessage(message) {
      if (message.name !== 'message' && message.name !== 'message-error') return;
      const { requestId = '' } = message;
      const waiting = sent.get(requestId);
      sent.delete(requestId);
      if (message.name === 'message') waiting?.resolve({ id: message.id, at: message.at });
      else waiting?.reject(new MeetingError('refused', message.message, 'Send the message again.'));
    },
    failAll(error) {
      for (const waiting of sent.values()) waiting.reject(error);
      sent.clear();
    },
  };
}
