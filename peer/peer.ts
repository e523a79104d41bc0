/**
 * The top window's end of the protocol.
 *
 *   plugin ──postMessage──▶ gate ─▶ step ─▶ the meeting's new state ─▶ every panel
 *     ▲                               │
 *     └── the window that spoke ◀─────┘   in *Drive*; in *Watch* only what the user sends
 *   panel ──Link──▶ desk ─▶ step ─▶ …
 */

import type { Link } from '../protocol/link';
import type { Meeting } from '../protocol/meeting';
import type { Mode } from '../protocol/mode';
import { PANEL_PROTOCOL, type PeerState } from '../protocol/panel';
import type { Drop } from '../protocol/trace';
import { createConversations } from './chat';
import { createDeskSeat } from './desk-seat';
import { createDockSeat } from './dock-seat';
import type { Floor } from './floor';
import { createGate } from './gate';
import { createIcon } from './icon';
import { createMeetings, type Entry } from './meetings';
import { createPanels } from './panels';
import { candidates, frameOf } from './place';
import { isOthersDoing } from './reports';
import { onChatSet, onPluginMessage, type Step } from './step';
import { createTrace } from './trace';
import { createVoice, isAboutButton } from './voice';
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
export function startPeer(top: Window, { signal, isOrphan, heard, mode, keepMode }: Surroundings): Peer {
  const startedAt = Date.now();
  const dropped: Record<Drop, number> = { source: 0, foreign: 0, shape: 0, origin: 0, rate: 0 };
  const meetings = createMeetings(top);
  const trace = createTrace(top, startedAt);
  const voice = createVoice(top, trace.note);
  const judge = createGate(top, meetings, trace.note, (...said) => desk.isAwaited(...said));
  const conversations = createConversations();
  const icon = createIcon();
  const panels = createPanels(state, onAsk, onGone, signal);
  const floor: Floor = { mode, keepMode, meetings, conversations, trace, voice, panels, take, changed };
  const desk = createDeskSeat(floor);
  const dock = createDockSeat(top, { onLink: addPanel, onChange: changed, onLost: closeChats }, signal);
  const page = watchPage(top.document, { onDocumentOpened: listen, onFramesChanged }, signal);

  function state(): PeerState {
    return {
      type: 'state',
      protocol: PANEL_PROTOCOL,
      page: startedAt,
      site: top.location.origin,
      mode: floor.mode,
      dropped: { ...dropped },
      meetings: meetingsHere(),
    };
  }

  function meetingsHere(): Meeting[] {
    return meetings.list().map(({ meeting }) => meeting);
  }

  function take(entry: Entry, step: Step): void {
    entry.meeting = step.meeting;
    for (const message of step.say) voice.tell(entry, message);
  }

  function changed(): void {
    const all = meetingsHere();
    // One panel is enough, and while the page answers by itself the chat that is open is the page's own.
    const isAlone = panels.count <= Number(dock.isLinked);
    dock.want(floor.mode === 'drive' && isAlone && all.some(({ chat, present }) => chat && present));
    icon.show(all, dock.isDeclined);
    panels.changed();
  }

  function addPanel(panel: Link): void {
    panels.add(panel);
    desk.call();
    changed();
  }

  function onAsk(data: unknown, panel: Link): void {
    if (!isOrphan()) desk.ask(data, panel);
  }

  /** As all do with an update of the extension. */
  function onGone(panel: Link): void {
    if (isOrphan()) return;
    desk.leave(panel);
    changed();
  }

  /** The page does not let the dock stay. */
  function closeChats(): void {
    for (const entry of meetings.list()) setChat(entry, false);
  }

  function setChat(entry: Entry, active: boolean): void {
    const { id: meeting, chat } = entry.meeting;
    if (chat === active || isOrphan()) return;
    trace.noteAsked({ type: 'set-chat', meeting, active });
    take(entry, onChatSet(entry.meeting, active));
    changed();
  }

  function toggleChat(): void {
    const [first] = meetings.list();
    if (first) setChat(first, !first.meeting.chat);
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
    const isDriving = floor.mode === 'drive';
    const ofCalls = desk.onCallMessage(entry.meeting, message, at);
    const { meeting, say } = onPluginMessage(ofCalls.meeting, message);
    if (message.name === 'message' || message.name === 'message-error') conversations.keep(meeting, message);
    take(entry, {
      meeting,
      say: [...say, ...ofCalls.say].filter((answer) => isDriving || !isAboutButton(answer)),
    });
    // The plugin is answered first.
    hold(entry);
    if (!isDriving && message.name === 'button-state') {
      entry.meeting = { ...entry.meeting, chat: message.active, badge: message.badge };
    } else if (isDriving && isContest) entry.meeting = { ...entry.meeting, contested: true };
    changed();
  }

  /** From its first meeting on, a page is watched for frames that come and go. */
  function hold({ place }: Entry): void {
    page.watchFrames();
    frameOf(place)?.addEventListener('load', onFrameLoaded, { signal });
  }

  function recheck(): void {
    for (const entry of meetings.recheck()) entry.meeting = desk.lose(entry.meeting, 'reloaded', Date.now());
  }

  function onFramesChanged(): void {
    recheck();
    changed();
  }

  function onFrameLoaded(): void {
    onFramesChanged();
    // Firefox takes the frames inside away a moment after the load where they lived in another process.
    setTimeout(onFramesChanged, FRAMES_GO_MS);
  }

  function lookAround(): void {
    // A page that comes back has lost what was on its icon.
    icon.forget();
    if (panels.count > 0) desk.call();
    recheck();
    const found = candidates(top);
    for (const place of found) {
      const entry = meetings.take(place);
      if (!entry) continue;
      hold(entry);
      if (entry.meeting.plugin.name === 'waiting') voice.shout(place, { name: 'hello' });
    }
    if (found.length === 0) voice.shout(undefined, { name: 'hello' });
    changed();
  }

  listen();
  heard.forEach(onWindowMessage);
  lookAround();
  return { addPanel, lookAround, toggleChat };
}

/** How long the frames of a document that was left may seem to be there. */
const FRAMES_GO_MS = 1_000;
