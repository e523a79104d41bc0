import type { HostMessage } from '../protocol/messages';
import { toPluginWire, toWire } from '../protocol/wire';
import { type Endpoint, postTo, postToFrames } from './endpoint';
import { pathFromTop } from './frames';
import type { Entry } from './meetings';
import type { Place } from './place';
import type { Trace } from './trace/trace';

/** Sends messages to the plugins, and records each in the trace. */
export interface Messenger {
  /** Sends a message to a meeting's plugin in the plugin's own dialect, if the plugin has sent one before. */
  send(entry: Entry, message: HostMessage): void;
  /** Sends a message unchanged to the plugin of the meeting with that id. */
  sendRaw(endpoint: Endpoint, wire: unknown, meeting: string): void;
  /** Sends a message to every frame of a place, or without a place to every frame that may be a plugin. */
  broadcast(place: Place | undefined, message: HostMessage): void;
}

/** Creates the messenger of a top window. */
export function createMessenger(top: Window, note: Trace['note']): Messenger {
  const sendRaw: Messenger['sendRaw'] = (endpoint, wire, meeting) => {
    // First, since the plugin waits for it.
    postTo(endpoint, wire);
    const path = pathFromTop(endpoint.source, top);
    note({ verdict: 'sent', path, origin: endpoint.origin, data: wire, meeting }, wire);
  };
  return {
    sendRaw,
    send(entry, message) {
      const { endpoint } = entry;
      if (!endpoint) return;
      // The plugin reports the change back. Counted, so that a report that the page caused can be told apart.
      if (isAboutButton(message)) entry.unreported += 1;
      const wire = toPluginWire(message, endpoint.dialect);
      if (wire) sendRaw(endpoint, wire, entry.meeting.id);
    },
    broadcast(place, message) {
      const wire = toWire(message);
      note({ verdict: 'sent', path: [], origin: '*', data: wire }, wire);
      postToFrames(place, top, wire);
    },
  };
}

/** Whether only the peer that drives a site may send this message. */
export const isAboutButton = ({ name }: HostMessage): boolean =>
  name === 'toggle-chat-button-state' || name === 'toggle-chat-badge';
