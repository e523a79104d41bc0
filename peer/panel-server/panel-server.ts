/** Serves panels, the dock among them: sends them the state, and says when the dock is needed. */
import type { Link } from '../../protocol/link';
import { PANEL_PROTOCOL, type PeerState } from '../../protocol/panel';
import { meetingRefOf } from '../../protocol/panel-requests';
import type { MeetingEntry } from '../entry';
import type { PeerContext } from '../peer-context';
import { unfollow, unsentPeople } from '../people';
import { isFocusIn, pageOrigin } from '../place';
import { isFromOthers, withUnread } from '../reducer';
import { entriesSince } from './chat-history';
import { createLazyDock } from './lazy-dock';
import { createPanels } from './panels';
import { createRequests } from './requests';

interface PanelServer {
  /** Turns the chat of the first meeting on or off. */
  toggleChat(): void;
  /**
   * The user leads the keyboard to the dock: it stays, whatever panel opens beside it. `isAsked`: it opens
   * where it isn't, since no panel can open beside the page.
   */
  keepDock(isAsked: boolean): void;
  /** The state has changed: dock and panels follow. */
  stateChanged(): void;
  /** A chat was opened that only the browser's side panel may show. */
  readonly isDeclined: boolean;
  /** Serves a panel: sends it the state now and at every change, and carries out its requests. */
  addPanel(panel: Link): void;
}

/** How long a press counts: a dock that is new to the page has to load first. */
const ENTER_MS = 10_000;

/** Starts to serve panels. */
export function createPanelServer(context: PeerContext): PanelServer {
  const { top, signal, page, endIfInvalidated, meetings, messenger } = context;
  const panels = createPanels(state, { onSent: sendPeople, onGone }, signal);
  const dock = createLazyDock(
    top,
    {
      page,
      endIfInvalidated,
      onLink: addPanel,
      mayEnter,
      onChange: context.stateChanged,
      onClose: closeDock,
    },
    signal,
  );
  const requests = createRequests(context, (panel, entry) => {
    visibleChats.set(panel, entry);
    updateVisibleChats();
  });
  let isWanted = false;
  let isKept = false;
  let isAsked = false;
  /** Each panel that can show a chat, with the meeting of the chat that it shows. */
  const visibleChats = new Map<Link, MeetingEntry | undefined>();

  function state(): PeerState {
    return {
      type: 'state',
      protocol: PANEL_PROTOCOL,
      page,
      site: pageOrigin(top),
      mode: context.mode,
      dropped: { ...context.dropped },
      refused: requests.refused,
      meetings: meetings.list().map(({ meeting, endpoint }) => ({ ...meeting, dialect: endpoint?.dialect })),
    };
  }

  function addPanel(panel: Link): void {
    requests.serve(panel);
    panels.add(panel);
    context.stateChanged();
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
    if (endIfInvalidated()) return;
    visibleChats.delete(panel);
    for (const entry of meetings.list()) {
      unfollow(entry.people, panel);
      // The meeting's buttons close what no panel shows.
      if (panels.count === 0) entry.meeting = { ...entry.meeting, front: undefined };
    }
    updateVisibleChats();
  }

  /**
   * Whether the dock may take the keyboard: the user has pressed Chat in this meeting, and is still there. It
   * is never taken from a field of the page, or from another frame.
   */
  function mayEnter(id: string): boolean {
    const entry = meetings.list().find(({ meeting }) => meeting.id === id);
    if (!entry || Date.now() - entry.pressedAt > ENTER_MS) return false;
    entry.pressedAt = 0;
    return isFocusIn(entry.place, top);
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
    context.stateChanged();
  }

  function setButton(entry: MeetingEntry, type: 'set-chat' | 'set-participants', active: boolean): void {
    if (!endIfInvalidated()) requests.run(entry, { type, ...meetingRefOf(entry.meeting), active });
  }

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
    context.stateChanged();
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
      context.stateChanged();
    },
    stateChanged() {
      // One panel is enough, and while the page answers by itself the chat that is open is the page's own.
      const isAlone = panels.count <= +dock.isLinked;
      const isOpen = meetings
        .list()
        .some(({ meeting: { chat, participants, present } }) => (chat || participants) && present);
      isKept &&= isOpen;
      isWanted = isAsked || (context.mode === 'drive' && (isAlone || isKept) && isOpen);
      dock.want(isWanted);
      panels.stateChanged();
    },
    get isDeclined() {
      return dock.isDeclined;
    },
  };
}
