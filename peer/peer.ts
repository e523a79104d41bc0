/**
 * The top window's end of the protocol.
 *
 *   plugin ──postMessage──▶ gate ─▶ step ─▶ the meeting's new state ─▶ every panel
 *     ▲                               │
 *     └── the window that spoke ◀─────┘   in *Drive*; in *Watch* only what the user sends
 *   panel ──Link──▶ onPanelRequest ─▶ step ─▶ …
 */

import { paintIcon } from '../platform/seat';
import type { Link } from '../protocol/link';
import type { Meeting } from '../protocol/meeting';
import type { HostMessage } from '../protocol/messages';
import type { Mode } from '../protocol/mode';
import { PANEL_PROTOCOL } from '../protocol/panel';
import type { Drop } from '../protocol/trace';
import { unreadLabel, unreadOf } from '../protocol/unread';
import { toPluginWire, toWire } from '../protocol/wire';
import { createConversations, withUnread } from './chat';
import { createDockSeat } from './dock-seat';
import { pathFromTop } from './frames';
import { createGate } from './gate';
import { createMeetings, type Entry } from './meetings';
import { createPanels, type PeerRequest } from './panels';
import { candidates, frameOf, type Place } from './place';
import { isOthersDoing } from './reports';
import { greetDeeper, type Speaker, say, sayToAll } from './speaker';
import { onPanelRequest, onPluginMessage, statesOf } from './step';
import { createTrace } from './trace';
import { watchPage } from './watch-page';

export interface Peer {
  /** Turns the chat of the first meeting on or off. */
  toggleChat(): void;
  /** Takes on a panel: tells it the state now and at every change, and does what it asks. */
  addPanel(panel: Link): void;
  /** Looks for meetings again and greets those that have not spoken. */
  lookAround(): void;
}

/** What the peer needs to know of the extension around it. */
export interface Surroundings {
  /** Ends the peer. */
  signal: AbortSignal;
  /** Whether the extension is gone that this peer belongs to; then the signal has been aborted. */
  isOrphan(): boolean;
  /** What was said before the peer was there, kept by a lookout. */
  heard: readonly MessageEvent<unknown>[];
  /** How the peer behaves on this site, and where a change of that is kept. */
  mode: Mode;
  keepMode(mode: Mode): void;
}

/** Starts the peer in a top window. */
export function startPeer(
  top: Window,
  { signal, isOrphan, heard, mode: kept, keepMode }: Surroundings,
): Peer {
  let mode = kept;
  const startedAt = Date.now();
  const conversations = createConversations();
  const dropped: Record<Drop, number> = { source: 0, foreign: 0, shape: 0, origin: 0, rate: 0 };
  const meetings = createMeetings(top);
  const trace = createTrace(top, startedAt);
  const judge = createGate(top, meetings, trace.note);
  const panels = createPanels(
    () => ({
      type: 'state',
      protocol: PANEL_PROTOCOL,
      page: startedAt,
      site: top.location.origin,
      mode,
      dropped: { ...dropped },
      meetings: meetings.list().map(({ meeting }) => meeting),
    }),
    onRequest,
    onLooks,
    signal,
  );

  const page = watchPage(
    top.document,
    {
      onDocumentOpened: listen,
      onFramesChanged: recheck,
    },
    signal,
  );

  const dock = createDockSeat(top, { onLink: panels.add, onChange: changed, onLost: closeChats }, signal);
  let onIcon = '';

  /** The state has changed: dock, icon and panels follow. */
  function changed(): void {
    const all = meetings.list().map(({ meeting }) => meeting);
    // One panel is enough, and while the page answers by itself the chat that is open is the page's own.
    const isAlone = panels.count <= Number(dock.isLinked);
    dock.want(mode === 'drive' && isAlone && all.some(({ chat, present }) => chat && present));
    const text =
      all.map((meeting) => unreadLabel(unreadOf(meeting))).find(Boolean) ?? (dock.isDeclined ? '…' : '');
    const here = all.filter(({ present }) => present);
    const state = here.some(({ plugin }) => plugin.name === 'ready') ? 'ready' : here[0] ? 'found' : 'none';
    if (state + text !== onIcon) {
      onIcon = state + text;
      paintIcon(state, text);
    }
    panels.changed();
  }

  /** The page does not let the dock stay. */
  function closeChats(): void {
    for (const { meeting } of meetings.list()) setChat(meeting, false);
  }

  function setChat({ id: meeting, chat }: Meeting, active: boolean): void {
    if (chat !== active) onRequest({ type: 'set-chat', meeting, active });
  }

  function toggleChat(): void {
    const [first] = meetings.list();
    if (first) setChat(first.meeting, !first.meeting.chat);
  }

  function listen(): void {
    top.addEventListener('message', onWindowMessage, { signal });
  }

  function onWindowMessage(event: MessageEvent<unknown>): void {
    const verdict = judge(event);
    if (!verdict.accepted) {
      dropped[verdict.reason] += 1;
      return;
    }
    if (isOrphan()) return;
    const { entry, message, speaker, at } = verdict;
    entry.speaker = speaker;
    if (speaker.origin !== 'null') entry.meeting = { ...entry.meeting, origin: speaker.origin };
    const isContest = message.name === 'button-state' && isOthersDoing(entry);
    if (message.name === 'ready') entry.unreported = 0;
    const step = onPluginMessage(entry.meeting, message, at);
    entry.meeting = step.meeting;
    if (message.name === 'message' || message.name === 'message-error') {
      conversations.keep(entry.meeting, message);
    }
    for (const answer of step.say) if (mode === 'drive' || !isAboutButton(answer)) tell(entry, answer);
    // The plugin is answered first.
    hold(entry);
    if (mode === 'watch' && message.name === 'button-state') {
      entry.meeting = { ...entry.meeting, chat: message.active, badge: message.badge };
    } else if (mode === 'drive' && isContest) entry.meeting = { ...entry.meeting, contested: true };
    changed();
  }

  function onRequest(request: PeerRequest, panel?: Link): void {
    if (isOrphan()) return;
    if (request.type === 'set-mode') {
      setMode(request.mode);
      return;
    }
    if (request.type === 'inspect') {
      if (panel) trace.inspect(panel, request.on);
      return;
    }
    const entry = meetings.byId(request.meeting);
    if (!entry) return;
    if (request.type === 'send-anyway') {
      for (const message of statesOf(entry.meeting)) {
        entry.unreported += 1;
        shout(entry.place, message);
      }
      return;
    }
    if (request.type === 'send-raw') {
      // For the same reason as in `tell`; nobody knows what a plugin makes of a mistake.
      if (JSON.stringify(request.wire).includes('/toggle-chat-b')) entry.unreported += 1;
      if (entry.speaker) send(entry.speaker, request.wire, request.meeting);
      return;
    }
    if (request.type === 'messages') {
      panel?.post(conversations.since(entry.meeting, request.after));
      return;
    }
    if (request.type === 'reload') {
      const frame = frameOf(entry.place);
      // The same address once more is what loads a frame of another origin again.
      if (frame) frame.src += '';
      return;
    }
    const asked = {
      verdict: 'asked',
      path: [],
      origin: '',
      data: request,
      meeting: request.meeting,
    } as const;
    // What is being typed is nobody's business.
    const at = request.type === 'draft' ? Date.now() : trace.note(asked, request);
    const step = onPanelRequest(entry.meeting, request, at);
    entry.meeting = step.meeting;
    tellAll(entry, step.say);
    changed();
  }

  /** Also when a panel has gone, as all do with an update of the extension. */
  function onLooks(ids: readonly string[]): void {
    if (isOrphan()) return;
    for (const entry of meetings.list()) {
      const seen = ids.includes(entry.meeting.id);
      if (seen === entry.meeting.seen) continue;
      const step = withUnread(entry.meeting, { seen, unread: seen ? 0 : entry.meeting.unread });
      entry.meeting = step.meeting;
      if (mode === 'drive') tellAll(entry, step.say);
    }
    changed();
  }

  function setMode(next: Mode): void {
    mode = next;
    keepMode(next);
    for (const entry of meetings.list()) {
      entry.meeting = { ...entry.meeting, contested: false };
      if (mode === 'drive') tellAll(entry, statesOf(entry.meeting));
    }
    changed();
  }

  function tellAll(entry: Entry, messages: readonly HostMessage[]): void {
    for (const message of messages) tell(entry, message);
  }

  function tell(entry: Entry, message: HostMessage): void {
    if (!entry.speaker) return;
    // What the plugin will report back, so that a report of somebody else's doing is known for one.
    if (isAboutButton(message)) entry.unreported += 1;
    const wire = toPluginWire(message, entry.speaker.dialect);
    if (wire) send(entry.speaker, wire, entry.meeting.id);
  }

  function send(speaker: Speaker, wire: unknown, meeting: string): void {
    const path = pathFromTop(speaker.source, top);
    trace.note({ verdict: 'sent', path, origin: speaker.origin, data: wire, meeting }, wire);
    say(speaker, wire);
  }

  /** Says something to whoever is there. */
  function shout(place: Place | undefined, message: HostMessage): void {
    const wire = toWire(message);
    trace.note({ verdict: 'sent', path: [], origin: '*', data: wire }, wire);
    if (place) sayToAll(place, top, wire);
    else greetDeeper(top, wire);
  }

  /** From its first meeting on, a page is watched for frames that come and go. */
  function hold({ place }: Entry): void {
    page.watchFrames();
    frameOf(place)?.addEventListener('load', onFrameLoaded, { signal });
  }

  function recheck(): void {
    meetings.recheck();
    changed();
  }

  function onFrameLoaded(): void {
    recheck();
    // Firefox takes the frames inside away a moment after the load where they lived in another process.
    setTimeout(recheck, FRAMES_GO_MS);
  }

  function lookAround(): void {
    // A page that comes back has lost what was on its icon.
    onIcon = '';
    meetings.recheck();
    const found = candidates(top);
    for (const place of found) {
      const entry = meetings.take(place);
      if (!entry) continue;
      hold(entry);
      if (entry.meeting.plugin.name === 'waiting') shout(place, { name: 'hello' });
    }
    if (found.length === 0) shout(undefined, { name: 'hello' });
    changed();
  }

  listen();
  heard.forEach(onWindowMessage);
  lookAround();
  return { addPanel: panels.add, lookAround, toggleChat };
}

/** How long the frames of a document that was left may seem to be there. */
const FRAMES_GO_MS = 1_000;

const isAboutButton = ({ name }: HostMessage): boolean =>
  name === 'toggle-chat-button-state' || name === 'toggle-chat-badge';
