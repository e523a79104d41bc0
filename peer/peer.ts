/**
 * The top window's end of the protocol.
 *
 *   plugin ──postMessage──▶ filter ─▶ reducer ─▶ the meeting's new state ─▶ panel server ──Link──▶ every panel
 *     ▲                               │                                 │
 *     └── the window that spoke ◀─────┘   in *Drive*; in *Watch* only what the user sends
 *                                     └◀──────────────────────────────┘   what a panel asks for
 */

import { announcePeer, callFor, whenHere } from '../browser/script-registry';
import type { Mode } from '../protocol/mode';
import type { Drop } from '../protocol/trace';
import { withEntry } from './chat';
import { createIcon } from './icon';
import { createMeetings, type Entry } from './meetings';
import { createMessageFilter } from './message-filter';
import { createMessenger, isAboutButton } from './messenger';
import type { createPanelServer, PanelServer } from './panel-server/panel-server';
import type { PeerContext } from './peer-context';
import { candidates } from './place';
import { onPluginMessage } from './reducer';
import { type ReducerResult, unchanged } from './reducer-result';
import { isOthersDoing } from './reports';
import { createTrace } from './trace/trace';
import { watchPage } from './watch-page';

export interface Peer {
  /** Turns the chat of the first meeting on or off. */
  toggleChat(): void;
  /** Has the desk brought that serves panels, if it is not here. */
  callDesk(): void;
  /** Looks for meetings again and greets those that have not spoken. */
  lookAround(): void;
}

/** What the peer needs to know of the extension around it. */
export interface Surroundings {
  /** Ends the peer. */
  signal: AbortSignal;
  /** Whether the extension is gone that this peer belongs to; then the signal has been aborted. */
  isContextInvalidated(): boolean;
  /** The messages that the detector buffered before the peer was there. */
  buffered: readonly MessageEvent<unknown>[];
  /** How the peer behaves on this site. */
  mode: Mode;
}

/** Starts the peer in a top window. */
export function startPeer(
  top: Window,
  { signal, isContextInvalidated, buffered: heard, mode }: Surroundings,
): Peer {
  const dropped: Partial<Record<Drop, number>> = {};
  const meetings = createMeetings(top);
  const trace = createTrace();
  const messenger = createMessenger(top, trace.note);
  const accept = createMessageFilter(
    top,
    meetings,
    trace.note,
    (...said) => panelServer?.isAwaited(...said) === true,
  );
  const icon = createIcon();
  const page = watchPage(top.document, { onDocumentOpened: listen, onFramesChanged }, signal);
  const context: PeerContext = {
    top,
    signal,
    isContextInvalidated,
    page: Date.now(),
    mode,
    dropped,
    meetings,
    trace,
    messenger,
    apply,
    changed,
  };
  let panelServer: PanelServer | undefined;
  let isStarted = false;
  let isToggleWanted = false;

  function callDesk(): void {
    if (!panelServer) callFor('desk');
  }

  function apply(entry: Entry, result: ReducerResult): void {
    entry.meeting = result.meeting;
    for (const message of result.messages) messenger.send(entry, message);
  }

  function changed(): void {
    const all = meetings.list().map(({ meeting }) => meeting);
    // The dock, in which an open chat is shown, is the desk's.
    if (context.mode === 'drive' && all.some(({ chat, present }) => chat && present)) callDesk();
    panelServer?.changed();
    icon.show(all, panelServer?.isDeclined === true);
  }

  function toggleChat(): void {
    if (panelServer) panelServer.toggleChat();
    else {
      isToggleWanted = !isToggleWanted;
      callDesk();
    }
  }

  function listen(): void {
    top.addEventListener('message', onWindowMessage, { signal });
  }

  function onWindowMessage(event: MessageEvent<unknown>): void {
    const result = accept(event);
    if (!result.accepted) {
      dropped[result.reason] = (dropped[result.reason] ?? 0) + 1;
      return;
    }
    if (isContextInvalidated()) return;
    const { entry, message, endpoint, at } = result;
    entry.endpoint = endpoint;
    if (endpoint.origin !== 'null') entry.meeting = { ...entry.meeting, origin: endpoint.origin };
    if (message.name === 'ready') entry.unreported = 0;
    const isDriving = context.mode === 'drive';
    const ofCalls = panelServer?.onCallMessage(entry.meeting, message, at) ?? unchanged(entry.meeting);
    const { meeting, messages } = onPluginMessage(ofCalls.meeting, message);
    if (message.name === 'message' || message.name === 'message-error')
      entry.log = withEntry(entry.log, message);
    apply(entry, {
      meeting,
      messages: [...messages, ...ofCalls.messages].filter((answer) => isDriving || !isAboutButton(answer)),
    });
    // The plugin is answered first.
    hold(entry);
    if (message.name === 'button-state') {
      const isContested = isOthersDoing(entry) && { contested: true };
      const seen = isDriving ? isContested : { chat: message.active, badge: message.badge };
      entry.meeting = { ...entry.meeting, ...seen };
    }
    changed();
  }

  /** From its first meeting on, a page is watched for frames that come and go. */
  function hold({ place }: Entry): void {
    page.watchFrames();
    place.iframe?.addEventListener('load', onFrameLoaded, { signal });
  }

  function recheck(): void {
    for (const entry of meetings.recheck()) {
      if (panelServer) entry.meeting = panelServer.markUnknown(entry.meeting, 'reloaded', Date.now());
    }
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
    recheck();
    const found = candidates(top);
    for (const place of found) {
      const entry = meetings.findOrAdd(place);
      if (!entry) continue;
      hold(entry);
      if (entry.meeting.plugin.name === 'waiting') messenger.broadcast(place, { name: 'hello' });
    }
    if (found.length === 0) messenger.broadcast(undefined, { name: 'hello' });
    changed();
  }

  listen();
  heard.forEach(onWindowMessage);
  lookAround();
  whenHere('desk', (create) => {
    if (panelServer) return;
    panelServer = (create as typeof createPanelServer)(context);
    // Whoever has found nobody to connect to tries again.
    if (isStarted) announcePeer();
    if (isToggleWanted) panelServer.toggleChat();
    changed();
  });
  isStarted = true;
  return { callDesk, lookAround, toggleChat };
}

/** How long the frames of a document that was left may seem to be there. */
const FRAMES_GO_MS = 1_000;
