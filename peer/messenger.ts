import type { HostMessage } from '../protocol/messages';
import { toPluginWire, toWire } from '../protocol/wire';
import { type Speaker, say, sayToAll } from './endpoint';
import { pathFromTop } from './frames';
import type { Entry } from './meetings';
import type { Place } from './place';
import type { Trace } from './trace/trace';

/** How the peer speaks to the plugins; all of it is noted. */
export interface Voice {
  /** Tells a meeting's plugin, if it has spoken, in its own dialect. */
  tell(entry: Entry, message: HostMessage): void;
  /** Says this as it stands to the plugin of the meeting with that id. */
  send(speaker: Speaker, wire: unknown, meeting: string): void;
  /** Says something to whoever is there; without a place, to all that may be a plugin. */
  shout(place: Place | undefined, message: HostMessage): void;
}

/** Makes the voice of the peer in a top window. */
export function createVoice(top: Window, note: Trace['note']): Voice {
  const send: Voice['send'] = (speaker, wire, meeting) => {
    // First, since somebody waits for it.
    say(speaker, wire);
    const path = pathFromTop(speaker.source, top);
    note({ verdict: 'sent', path, origin: speaker.origin, data: wire, meeting }, wire);
  };
  return {
    send,
    tell(entry, message) {
      const { speaker } = entry;
      if (!speaker) return;
      // What the plugin will report back, so that a report of somebody else's doing is known for one.
      if (isAboutButton(message)) entry.unreported += 1;
      const wire = toPluginWire(message, speaker.dialect);
      if (wire) send(speaker, wire, entry.meeting.id);
    },
    shout(place, message) {
      const wire = toWire(message);
      note({ verdict: 'sent', path: [], origin: '*', data: wire }, wire);
      sayToAll(place, top, wire);
    },
  };
}

/** Whether this is what only the one may say who answers the plugin. */
export const isAboutButton = ({ name }: HostMessage): boolean =>
  name === 'toggle-chat-button-state' || name === 'toggle-chat-badge';
