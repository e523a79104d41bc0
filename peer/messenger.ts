import { greet, windowsIn } from '../host/greet';
import { type Endpoint, framePath } from '../host/message-filter';
import type { HostMessage } from '../protocol/messages';
import { ALL_DIALECTS, toPluginWire } from '../protocol/wire';
import type { MeetingEntry } from './entry';
import type { FrameElement } from './frames';
import type { Note, Noted, Tracer } from './noted';
import type { Place } from './place';
import { statesOf } from './reducer';
import type { ReducerResult } from './reducer-result';

/** Sends messages to the plugins, and records each in the trace. */
export interface Messenger {
  /** Stores the new state of a meeting, and sends the messages to its plugin, in the plugin's own dialect. */
  apply(entry: MeetingEntry, result: ReducerResult): void;
  /** Sends a message unchanged to a meeting's plugin. */
  sendRaw(entry: MeetingEntry, wire: unknown): void;
  /** Sends a message to every frame of a place that may be its plugin. */
  broadcast(place: Place, message: HostMessage): void;
  /**
   * Greets every frame of the page that may be a plugin: a meeting can be deeper than the page can see.
   * `elements` are the frames of its document and shadow roots; windows that are `known` are left out.
   */
  greetAll(elements: readonly FrameElement[], known: Set<Window>): void;
}

/** Creates the messenger of a top window. */
export function createMessenger(top: Window, note: Note): Messenger {
  const send = (entry: MeetingEntry, endpoint: Endpoint, wire: unknown) => {
    // First, since the plugin waits for it.
    endpoint.source.postMessage(wire, endpoint.targetOrigin);
    const { action } = Object(wire);
    // The plugin reports changes of the chat and the badge, the first two. Counted, so that a report that the
    // page caused can be told apart.
    const reported = statesOf(entry.meeting).slice(0, 2);
    if (reported.some((each) => toPluginWire(each, endpoint.dialect)?.action === action)) {
      entry.unreported += 1;
      entry.statedAt = Date.now();
    }
    const path = framePath(endpoint.source, top);
    note({ verdict: 'sent', path, origin: endpoint.origin, data: wire, meeting: entry.meeting.id }, wire);
  };
  // The dialect of the plugin is not known yet. Ours, which takes both, ends in its own.
  const announce = (message: HostMessage, post: (wire: object) => void) => {
    for (const dialect of ALL_DIALECTS.toReversed()) {
      const wire = toPluginWire(message, dialect);
      if (!wire) continue;
      note({ verdict: 'sent', path: [], origin: '*', data: wire }, wire);
      post(wire);
    }
  };
  return {
    apply(entry, { meeting, messages }) {
      entry.meeting = meeting;
      const { endpoint } = entry;
      if (!endpoint) return;
      for (const message of messages) {
        const wire = toPluginWire(message, endpoint.dialect);
        if (wire) send(entry, endpoint, wire);
      }
    },
    sendRaw(entry, wire) {
      const { endpoint } = entry;
      if (endpoint) send(entry, endpoint, wire);
    },
    broadcast: (place, message) => announce(message, (wire) => postToFrames(place, top, wire)),
    greetAll(elements, known) {
      // The page itself is left out: it would receive the peer's own greeting. Chromium leaves the frames of
      // shadow roots out of the page's frames, and some elements show their window to no script.
      const hidden = elements.flatMap(({ contentWindow }) => contentWindow ?? []);
      const frames = [...new Set([...windowsIn(top), ...hidden])];
      announce(HELLO, (wire) => greet(frames, 5, wire, known));
    },
  };
}

/** Whether only the peer that drives a site may send the message of this name. */
export const isAboutButtons = (name: string): boolean => /-(state|badge)$/.test(name);

/** Asks a plugin for its `ready`. */
export const HELLO: HostMessage = { name: 'hello', wants: ['roster-change'] };

/**
 * Whether a report of the button's state is of somebody else's doing. The plugin reports whatever the top
 * window sets, our peer's settings too: of those, `unreported` are due. Never below none, or what others did
 * in *Watch* would be held against the peer's own settings later.
 */
export const isOthersDoing = (entry: { unreported: number }): boolean =>
  entry.unreported < 1 || !entry.unreported--;

/**
 * Posts to a plugin whose window is unknown because it has not sent anything. It is one of the frames of
 * Web App 3, or Web App 3 itself where that relays. Hence `'*'`, and hence only messages that tell a stranger
 * nothing: `hello`, and a flag.
 */
function postToFrames({ element, window }: Place, top: Window, wire: object): void {
  const webapp3 = window ?? element?.contentWindow;
  greet(webapp3 ? [webapp3] : windowsIn(top), element || webapp3 ? 2 : 1, wire);
}

/** The record of what was received and sent. */
export interface Trace {
  note: Note;
  /** The messages recorded before there was a tracer. */
  readonly kept: readonly Noted[];
  /** Receives every record from now on. */
  tracer?: Tracer;
}

/** How many are kept while no panel shows the log: enough to include the plugin's `ready`. */
const MAX_KEPT = 200;

/** Creates the record of messages. */
export function createTrace(): Trace {
  const kept: Noted[] = [];
  const trace: Trace = {
    kept,
    note(message, brief) {
      const noted = { ...message, at: Date.now(), clock: performance.now() };
      if (trace.tracer) trace.tracer.note(noted);
      else if (brief && kept.push({ ...noted, data: brief }) > MAX_KEPT) {
        // Dropped messages go first: a flood of them must not push out the plugin's.
        const index = kept.findIndex((each) => !each.meeting);
        kept.splice(Math.max(0, index), 1);
      }
      return noted.at;
    },
  };
  return trace;
}
