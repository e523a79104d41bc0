import type { PluginMessage } from '../../protocol/messages';
import type { Channel } from './channel';
import { sendMessage } from './node-calls';

/** The meeting's own chat, as the top window takes part in it. */
interface ChatMessages {
  /** Writes to everybody, and says how that went. */
  send(text: string, requestId: string | undefined): Promise<void>;
}

/**
 * Passes on what is written in the meeting's chat. Pexip does not send people their own messages back: what
 * was sent from here is reported once the node has taken it.
 */
export function relayMessages(channel: Channel, send: (message: PluginMessage) => void): ChatMessages {
  let myName: string | undefined;
  let sent = 0;
  let isDirectMedia = false;
  const loadedAt = Date.now();
  channel.onEvent('event:me', ({ participant }) => {
    myName = participant.displayName;
  });
  channel.onEvent('event:conferenceStatus', ({ status }) => {
    isDirectMedia = status.directMedia;
  });
  channel.onEvent('event:message', ({ id, at, message: text, displayName }) => {
    send({ name: 'message', id, at: Number(new Date(at)), text, displayName, own: false });
  });
  return {
    async send(text, requestId) {
      const message = await sendMessage(channel, text, isDirectMedia);
      if (message !== undefined) return send({ name: 'message-error', message, requestId });
      sent += 1;
      // Not a random UUID: those are only to be had where the meeting is served over https.
      const id = `own-${loadedAt}-${sent}`;
      send({ name: 'message', id, at: Date.now(), text, displayName: myName, own: true, requestId });
    },
  };
}
