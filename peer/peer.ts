/**
 * The top window's end of the protocol.
 *
 *   plugin ──postMessage──▶ filter ─▶ reducer ─▶ the meeting's state ─▶ panel server ──Link──▶ panels
 *     ▲                                  │                                    │
 *     └── the window that sent it ◀──────┤   in *Drive*: the echo             │
 *                                        └◀───────────────────────────────────┘   what a panel asks for
 */

import type { PeerPort } from '../browser/peer-port';
import { requestScript, whenLoaded } from '../browser/script-registry';
import { hasFeature } from '../protocol/calls';
import type { PluginMessage } from '../protocol/messages';
import type { Drop } from '../protocol/trace';
import { endLoad, type MeetingEntry } from './entry';
import { allFramesIn } from './frames';
import { createIcon } from './icon';
import { createMeetings, createReceiver } from './meetings';
import { createMessenger, createTrace, HELLO, isAboutButtons, isOthersDoing } from './messenger';
import { createPanelServer } from './panel-server/panel-server';
import type { PeerContext } from './peer-context';
import { onPeopleMessage } from './people';
import { candidates } from './place';
import { onPluginMessage, statesOf, withEntry } from './reducer';
import { settleMeeting } from './same-meeting';
import { watchPage } from './watch-page';

/** What the peer needs to know of the extension around it. */
interface PeerEnvironment extends Pick<PeerContext, 'signal' | 'endIfInvalidated' | 'mode'> {
  /** The messages that the detector buffered before the peer was there. */
  buffered: readonly MessageEvent<unknown>[];
}

/** Starts the peer in a top window. */
export function startPeer(
  top: Window,
  { signal, endIfInvalidated, buffered, mode }: PeerEnvironment,
): PeerPort {
  const dropped: Partial<Record<Drop, number>> = {};
  const page = Math.random();
  const meetings = createMeetings(top, page);
  const trace = createTrace();
  const messenger = createMessenger(top, trace.note);
  const receive = createReceiver(top, meetings, trace.note);
  const icon = createIcon();
  const watcher = watchPage(top.document, { onDocumentOpened: listen, onFramesChanged, onFrameLed }, signal);
  const context: PeerContext = {
    top,
    signal,
    endIfInvalidated,
    page,
    mode,
    dropped,
    meetings,
    trace,
    messenger,
    stateChanged,
  };
  const panelServer = createPanelServer(context);
  let ticking: ReturnType<typeof setInterval> | undefined;
  /** `false` once the keeper is requested. */
  let keep: (() => void) | false | undefined;

  function stateChanged(): void {
    if (keep) keep();
    panelServer.stateChanged();
    icon.show(meetings.list(), panelServer.isDeclined);
    if (keep === undefined && meetings.list().some(hasToKeep)) {
      keep = false;
      requestScript('keeper');
    }
  }

  function listen(): void {
    top.addEventListener('message', onWindowMessage, { signal });
  }

  function onWindowMessage(event: MessageEvent<unknown>): void {
    const result = receive(event);
    if (!result.accepted) {
      dropped[result.reason] = (dropped[result.reason] ?? 0) + 1;
      if (result.gone) {
        endLoad(result.gone, 'left');
        stateChanged();
      }
      return;
    }
    if (endIfInvalidated()) return;
    const { message, endpoint, at } = result;
    let { entry } = result;
    const isKnown = entry.endpoint?.source === endpoint.source;
    const isReady = message.name === 'ready';
    // It answers a `hello`, of the peer or of the page: the plugin has loaded before.
    const isLate = isReady && (message.again || entry.isGreeted || entry.isListening);
    // What may be the first message of another meeting, or of a frame that was loaded anew.
    if (isReady || message.name === 'connected' || !isKnown)
      entry = settleMeeting(meetings, entry, endpoint, message, top);
    // Not at each `ready`: of two in one task, the reports about the first are due after the second.
    if (!isKnown) entry.unreported = entry.statedAt = 0;
    entry.endpoint = endpoint;
    if (entry.seen) entry.seen.history = top.history.length;
    const isDriving = context.mode === 'drive';
    const before = { ...entry.meeting, contested: !isDriving || isContested(entry, message, at) };
    const { meeting: next, messages } = onPluginMessage(before, message, at);
    // A frame can post this at any time. Only a press activates it, and with it the page around.
    if (message.name === 'toggle-chat')
      entry.pressedAt = top.navigator.userActivation.isActive ? Date.now() : 0;
    // A repeated `ready` does not change the calls.
    const meeting = isLate && isKnown ? { ...next, calls: before.calls } : next;
    if (message.name === 'message' || message.name === 'message-error')
      entry.log = withEntry(entry.log, message);
    const isSilent = !isDriving || (isReady && (isLate || before.contested));
    messenger.apply(entry, {
      meeting: ABOUT_PEOPLE.test(message.name)
        ? onPeopleMessage(entry.people, meeting, message, at)
        : meeting,
      messages: isSilent ? messages.filter(({ name }) => !isAboutButtons(name)) : messages,
    });
    if (isLate && isDriving && !entry.statedAt) listenFirst(entry, endpoint.source);
    if (isReady) askForChanges(entry);
    // The plugin is answered first.
    hold(entry);
    if (message.name === 'button-state') {
      const isOthers = isOthersDoing(entry);
      const state = { chat: message.active, badge: message.badge };
      const change = isDriving ? isOthers && { contested: true, ...(entry.isListening && state) } : state;
      entry.meeting = { ...entry.meeting, ...change };
    }
    stateChanged();
  }

  /** Sets the button of a plugin that was there before the peer, unless the page turns out to do so. */
  function listenFirst(entry: MeetingEntry, source: Window): void {
    entry.isListening = true;
    setTimeout(() => {
      if (!entry.isListening || entry.endpoint?.source !== source) return;
      entry.isListening = false;
      const { meeting } = entry;
      if (context.mode === 'drive' && !meeting.contested && !signal.aborted)
        messenger.apply(entry, { meeting, messages: statesOf(meeting) });
    }, ANSWER_MS);
  }

  /** Asks for changes of the people instead of whole lists, once for each load of the plugin. */
  function askForChanges(entry: MeetingEntry): void {
    const { meeting, isGreeted } = entry;
    entry.isGreeted = !isGreeted && hasFeature(meeting, 'roster-change');
    if (entry.isGreeted) messenger.apply(entry, { meeting, messages: [HELLO] });
  }

  /** From its first meeting on, a page is watched for frames that come and go. */
  function hold({ place }: MeetingEntry): void {
    watcher.watchFrames(place.element);
    place.element?.addEventListener('load', onFrameLoaded, { signal });
    // No event reports the removal of a frame that is in no element of this document.
    if (place.window) ticking ??= setInterval(onFramesChanged, FRAMES_GO_MS);
  }

  function onFramesChanged(): void {
    meetings.recheck();
    stateChanged();
  }

  function onFrameLed(frame: Node): void {
    for (const { place, seen, before } of meetings.list()) {
      if (place.element !== frame) continue;
      for (const load of [seen, before]) if (load) load.address = '';
    }
  }

  function onFrameLoaded(): void {
    onFramesChanged();
    // Firefox takes the frames inside away a moment after the load where they lived in another process.
    setTimeout(onFramesChanged, FRAMES_GO_MS);
  }

  function findMeetings(): void {
    // A page that comes back has lost what was on its icon.
    icon.forget();
    meetings.recheck();
    const frames = allFramesIn(top.document);
    const found = candidates(top, frames);
    const isNamed = found.some(({ element }) => element?.id === 'webapp3');
    for (const place of found) {
      const entry = meetings.findOrAdd(place);
      if (!entry) continue;
      hold(entry);
      if (entry.meeting.plugin.name !== 'waiting') continue;
      entry.isGreeted = true;
      if (isNamed) messenger.broadcast(place, HELLO);
    }
    // Where the page does not say which frame it is, the meeting may be any, also beside one that looks so.
    const known = meetings.list().flatMap(({ endpoint }) => endpoint?.source ?? []);
    if (!isNamed) messenger.greetAll(frames, new Set(known));
    stateChanged();
  }

  signal.addEventListener('abort', () => clearInterval(ticking));
  whenLoaded('keeper', (create) => {
    // The script may be brought twice, and only the first has what was kept.
    keep ||= (create as (context: PeerContext) => () => void)(context);
  });
  listen();
  buffered.forEach(onWindowMessage);
  findMeetings();
  return { ...panelServer, findMeetings };
}

const hasToKeep = ({ meeting }: MeetingEntry) =>
  meeting.calls[0] || meeting.messageCount || meeting.draft || meeting.chat;

/** How long the page's own code, or a plugin, may take to answer. */
const ANSWER_MS = 1_000;

/**
 * Whether the page sets the button of this meeting, too. A press that asks for the state that the button was
 * given shows it: somebody else has moved the button meanwhile.
 */
const isContested = ({ meeting, statedAt }: MeetingEntry, message: PluginMessage, at: number): boolean =>
  meeting.contested ||
  (message.name === 'toggle-chat' &&
    message.active === meeting.chat &&
    statedAt > 0 &&
    at - statedAt > ANSWER_MS);

/** How long the frames of a document that was left may seem to be there. */
const FRAMES_GO_MS = 1_000;

const ABOUT_PEOPLE = /^(ready|disconnected|roster|self|conference)/;
