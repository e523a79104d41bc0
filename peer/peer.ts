/**
 * The top window's end of the protocol.
 *
 *   plugin ──postMessage──▶ onWindowMessage ─▶ step ─▶ the meeting's new state ─▶ every panel
 *     ▲                                          │
 *     └──────────── the window that spoke ◀──────┘
 *   panel ──Link──▶ onPanelRequest ─▶ step ─▶ …
 *
 * A message counts only if its source is a frame of this page, then if it parses, then if it comes from
 * where a plugin can stand, at the meeting's origin or an opaque one. Everything else is dropped.
 */

import { parsePluginMessage } from '../protocol/from-plugin';
import type { Link } from '../protocol/link';
import type { Meeting } from '../protocol/meeting';
import { type PanelRequest, parsePanelRequest } from '../protocol/panel';
import { pathFromTop } from './frames';
import { candidates, keyOf, originOf, type Place, placeOf } from './place';
import { greet, type Speaker, say } from './speaker';
import { newMeeting, onPanelRequest, onPluginMessage, type Step } from './step';

type Entry = { place: Place; meeting: Meeting; speaker: Speaker | undefined };

export interface Peer {
  /** Takes on a panel: tells it the state now and at every change, and does what it asks. */
  addPanel(panel: Link): void;
  /** Looks for meetings again and greets those that have not spoken. */
  lookAround(): void;
}

/** When the peer ends: with the signal, or as soon as it finds itself without an extension. */
export interface Life {
  signal: AbortSignal;
  isOrphan(): boolean;
}

/** Starts the peer in a top window. */
export function startPeer(top: Window, { signal, isOrphan }: Life): Peer {
  const entries = new Map<object, Entry>();
  const panels = new Set<Link>();
  let found = 0;

  const entryAt = (place: Place): Entry => {
    const key = keyOf(place, top);
    const known = entries.get(key);
    if (known) return known;
    found += 1;
    const entry: Entry = {
      place,
      meeting: newMeeting(`meeting-${found}`, originOf(place, top)),
      speaker: undefined,
    };
    entries.set(key, entry);
    return entry;
  };

  const state = () => ({
    type: 'state' as const,
    meetings: [...entries.values()].map(({ meeting }) => meeting),
  });
  const tellPanels = () => {
    for (const panel of panels) panel.post(state());
  };

  const take = (entry: Entry, step: Step) => {
    entry.meeting = step.meeting;
    for (const message of step.say) if (entry.speaker) say(entry.speaker, message);
    tellPanels();
  };

  const onWindowMessage = (event: MessageEvent<unknown>) => {
    const path = pathFromTop(event.source, top);
    if (!path) return;
    const parsed = parsePluginMessage(event.data);
    if (!parsed.ok || isOrphan()) return;
    const place = placeOf(path, top);
    if (!place) return;
    const expected = entries.get(keyOf(place, top))?.meeting.origin ?? originOf(place, top);
    if (event.origin !== 'null' && expected !== undefined && event.origin !== expected) return;
    const entry = entryAt(place);
    entry.speaker = { source: path.at(-1) ?? top, origin: event.origin };
    if (event.origin !== 'null' && expected === undefined)
      entry.meeting = { ...entry.meeting, origin: event.origin };
    take(entry, onPluginMessage(entry.meeting, parsed.message, Date.now()));
  };

  const onRequest = (request: PanelRequest) => {
    for (const entry of entries.values()) {
      if (entry.meeting.id === request.meeting)
        take(entry, onPanelRequest(entry.meeting, request, Date.now()));
    }
  };

  const lookAround = () => {
    for (const place of candidates(top)) {
      const entry = entryAt(place);
      if (entry.meeting.plugin.name === 'waiting') greet(place, top);
    }
    tellPanels();
  };

  top.addEventListener('message', onWindowMessage, { signal });
  signal.addEventListener('abort', () => {
    for (const panel of panels) panel.close();
  });
  lookAround();

  return {
    lookAround,
    addPanel(panel) {
      panels.add(panel);
      panel.onMessage((data) => {
        const request = parsePanelRequest(data);
        if (request) onRequest(request);
      });
      panel.onClose(() => panels.delete(panel));
      panel.post(state());
    },
  };
}
