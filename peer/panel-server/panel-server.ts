/**
 * Serves panels, the dock among them: sends them the state, carries out their requests, and follows the calls
 * that they place.
 */
import { keepMode } from '../../browser/site-mode';
import type { Link } from '../../protocol/link';
import {
  isMeantFor,
  PANEL_PROTOCOL,
  type PanelRequest,
  type PeerState,
  targetOf,
} from '../../protocol/panel';
import { parsePanelRequest } from '../../protocol/parse-panel-request';
import type { Entry } from '../entry';
import { reloadFrame } from '../frames';
import { HELLO } from '../messenger';
import type { PeerContext } from '../peer-context';
import { unsentPeople } from '../people';
import { isFromOthers, statesOf, withUnread } from '../reducer';
import { entriesSince } from './chat-history';
import { createInspection } from './inspection';
import { createLazyDock } from './lazy-dock';
import { createPanels } from './panels';
import { type MeetingRequest, onPanelRequest } from './requests';

export interface PanelServer {
  /** Turns the chat of the first meeting on or off. */
  toggleChat(): void;
  /**
   * The user leads the keyboard to the dock: it stays, whatever panel opens beside it. `isAsked`: it opens
   * where it isn't, since no panel can open beside the page.
   */
  keepDock(isAsked: boolean): void;
  /** The state has changed: dock and panels follow. */
  changed(): void;
  /** A chat was opened that only the browser's side panel may show. */
  readonly isDeclined: boolean;
  /** Serves a panel: sends it the state now and at every change, and carries out its requests. */
  addPanel(panel: Link): void;
}

/** Refusals that are told: panels look at each state, and more than a few are not on their way. */
const MAX_REFUSED = 32;

/** What names a request that is told of when it is refused. */
type Named = { call: string; requestId: string; action: { requestId: string } };

type RequestOfMeeting = Exclude<PanelRequest, { type: 'set-mode' | 'look' | 'inspect' }>;

/** Starts to serve panels. */
export function createPanelServer(context: PeerContext): PanelServer {
  const { top, signal, page, meetings, messenger, trace } = context;
  const panels = createPanels(state, { onSent: sendPeople, onGone }, signal);
  const dock = createLazyDock(
    top,
    { page, onLink: addPanel, onChange: context.changed, onClose: closeDock },
    signal,
  );
  const inspect = createInspection(context);
  /** What was not done, as a panel knows it by; the newest last. */
  const refused: string[] = [];
  let isWanted = false;
  let isKept = false;
  let isAsked = false;
  /** Each panel that can show a chat, with the meeting of the chat that it shows. */
  const visibleChats = new Map<Link, Entry | undefined>();

  function state(): PeerState {
    return {
      type: 'state',
      protocol: PANEL_PROTOCOL,
      page,
      site: top.location.origin,
      mode: context.mode,
      dropped: { ...context.dropped },
      refused,
      meetings: meetings.list().map(({ meeting, endpoint }) => ({ ...meeting, dialect: endpoint?.dialect })),
    };
  }

  /** Takes on a panel: tells it the state now and at every change, and does what it asks. */
  function addPanel(panel: Link): void {
    panel.onMessage((data) => {
      if (!context.isContextInvalidated()) onRequest(data, panel);
    });
    panels.add(panel);
    context.changed();
  }

  /** Sends a panel what changed among the people that it follows. */
  function sendPeople(panel: Link): void {
    for (const { people, meeting } of meetings.list()) {
      const unsent = unsentPeople(people, meeting.id, panel);
      if (unsent) panel.post(unsent);
    }
  }

  /** As all do with an update of the extension. */
  function onGone(panel: Link): void {
    if (context.isContextInvalidated()) return;
    visibleChats.delete(panel);
    for (const { people } of meetings.list()) people.unsent.delete(panel);
    updateVisibleChats();
  }

  /** The user closes the dock, or the page does not let it stay. */
  function closeDock(): void {
    isAsked = false;
    // What is open while the page answers by itself is the page's own.
    for (const entry of context.mode === 'drive' ? meetings.list() : []) {
      const { chat, participants } = entry.meeting;
      if (chat) setButton(entry, 'set-chat', false);
      if (participants) setButton(entry, 'set-participants', false);
    }
    context.changed();
  }

  function setButton(entry: Entry, type: 'set-chat' | 'set-participants', active: boolean): void {
    if (!context.isContextInvalidated())
      onMeetingRequest(entry, { type, ...targetOf(entry.meeting), active });
  }

  /** Takes note of what a person has asked for; tells when that was. */
  const recordRequest = (request: MeetingRequest): number =>
    trace.note({ verdict: 'asked', path: [], origin: '', data: request, meeting: request.meeting }, request);

  /** A panel can close before it shows the latest messages: those are unread then. */
  function updateVisibleChats(): void {
    const visible = [...visibleChats.values()];
    for (const entry of meetings.list()) {
      const { meeting, log, shown } = entry;
      const chatVisible = visible.includes(entry);
      if (chatVisible === meeting.chatVisible) continue;
      const notShown = chatVisible ? [] : entriesSince(log, meeting, shown).entries;
      const result = withUnread(meeting, { chatVisible, unread: notShown.filter(isFromOthers).length });
      messenger.apply(entry, context.mode === 'drive' ? result : { ...result, messages: [] });
    }
    context.changed();
  }

  function setMode({ mode }: Extract<PanelRequest, { type: 'set-mode' }>): void {
    context.mode = mode;
    keepMode(mode);
    for (const entry of meetings.list()) {
      const meeting = { ...entry.meeting, contested: false };
      // What the page had set is lost under what the peer has set. A `ready` has the page set it again.
      entry.isGreeted ||= mode === 'watch';
      messenger.apply(entry, { meeting, messages: mode === 'drive' ? statesOf(meeting) : [HELLO] });
    }
    context.changed();
  }

  function onRequest(data: unknown, panel: Link): void {
    const request = parsePanelRequest(data);
    if (!request) return;
    // It was pressed on another page, or before this one was loaded.
    const isForPage = request.page === page;
    const { meeting: id } = request as { meeting?: string };
    const entry = meetings.list().find(({ meeting }) => isForPage && meeting.id === id);
    if (request.type === 'set-mode') {
      if (isForPage) setMode(request);
    } else if (request.type === 'look') {
      visibleChats.set(panel, entry);
      if (entry) entry.shown = Math.max(entry.shown, request.shown);
      updateVisibleChats();
    } else if (request.type === 'inspect') {
      if (isForPage) inspect(panel, request.on);
    } else {
      if (entry && isMeantFor(request, entry.meeting)) onMeetingRequest(entry, request, panel);
      else refuse(request);
    }
  }

  /** Tells the panels of a call or a message that was not sent. */
  function refuse(request: RequestOfMeeting): void {
    const { call, requestId, action }: Partial<Named> = Object(request);
    const id = call ?? requestId ?? action?.requestId;
    if (id === undefined) return;
    refused.push(id);
    refused.splice(0, refused.length - MAX_REFUSED);
    context.changed();
  }

  function onMeetingRequest(entry: Entry, request: RequestOfMeeting, panel?: Link): void {
    const { meeting, place } = entry;
    switch (request.type) {
      case 'send-anyway':
        for (const message of statesOf(meeting)) {
          // In both namespaces.
          entry.unreported += 2;
          messenger.broadcast(place, message);
        }
        return;
      case 'send-raw':
        messenger.sendRaw(entry, request.wire);
        return;
      case 'messages':
        panel?.post(entriesSince(entry.log, meeting, request.after));
        return;
      case 'follow-people':
        if (panel && request.on) entry.people.unsent.set(panel, 'all');
        else if (panel) entry.people.unsent.delete(panel);
        context.changed();
        return;
      case 'reload': {
        // The same address once more is what loads a frame of another origin again.
        if (place.element) reloadFrame(place.element);
        else if (!place.window) top.location.reload();
        return;
      }
    }
    // What is being typed is nobody's business.
    const at = request.type === 'draft' ? Date.now() : recordRequest(request);
    messenger.apply(entry, onPanelRequest(meeting, request, at));
    context.changed();
  }

  return {
    addPanel,
    toggleChat() {
      const [first] = meetings.list();
      if (first) setButton(first, 'set-chat', !first.meeting.chat);
    },
    keepDock(isNowAsked) {
      isAsked ||= isNowAsked;
      isKept = isWanted && !dock.isDeclined;
      context.changed();
    },
    changed() {
      // One panel is enough, and while the page answers by itself the chat that is open is the page's own.
      const isAlone = panels.count <= Number(dock.isLinked);
      const isOpen = meetings
        .list()
        .some(({ meeting: { chat, participants, present } }) => (chat || participants) && present);
      isKept &&= isOpen;
      isWanted = isAsked || (context.mode === 'drive' && (isAlone || isKept) && isOpen);
      dock.want(isWanted);
      panels.changed();
    },
    get isDeclined() {
      return dock.isDeclined;
    },
  };
}
