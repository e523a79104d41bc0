/**
 * Carries out what panels request. What concerns a panel or the page is done here; what concerns one meeting
 * goes through its reducer.
 */
import { reportMode } from '../../browser/site-mode';
import { isActionName } from '../../protocol/action-effect';
import type { Link } from '../../protocol/link';
import type { Meeting } from '../../protocol/meeting';
import type { Mode } from '../../protocol/mode';
import {
  isMeantFor,
  type MeetingRef,
  type PanelRequest,
  parsePanelRequest,
} from '../../protocol/panel-requests';
import { dial, dialNow, hangUp } from '../calls';
import type { MeetingEntry } from '../entry';
import { reloadFrame } from '../frames';
import { HELLO } from '../messenger';
import type { PeerContext } from '../peer-context';
import { unfollow } from '../people';
import { act, dismiss } from '../person-actions';
import { badgeState, type Opened, onOpened, statesOf, withUnread } from '../reducer';
import { type ReducerResult, unchanged } from '../reducer-result';
import { entriesSince } from './chat-history';
import { createInspection } from './inspection';

interface RequestHandler {
  /** Calls and messages that were not sent, as their panel knows them; the newest last. */
  readonly refused: string[];
  /** Carries out what a panel requests. */
  serve(panel: Link): void;
  /** Carries out a request for one meeting. */
  run(entry: MeetingEntry, request: RequestOfMeeting, panel?: Link): void;
}

/** Refusals that the state has. Panels read every state, and few are on their way at a time. */
const MAX_REFUSED = 32;

/** What names a request that is told of when it is refused. */
type Named = { call: string; requestId: string; action: { requestId: string } };

type RequestOfMeeting = Exclude<PanelRequest, { type: 'set-mode' | 'look' | 'inspect' }>;

/** Creates what carries out requests. `onLook`: this chat is on screen in a panel, or none. */
export function createRequests(
  context: PeerContext,
  onLook: (panel: Link, entry: MeetingEntry | undefined) => void,
): RequestHandler {
  const { meetings, messenger } = context;
  const inspect = createInspection(context);
  const refused: string[] = [];

  function setMode(mode: Mode): void {
    context.mode = mode;
    reportMode(mode);
    for (const entry of meetings.list()) {
      const meeting = { ...entry.meeting, contested: false };
      // What the page had set is lost under what the peer has set. A `ready` has the page set it again.
      entry.isGreeted ||= mode === 'watch';
      messenger.apply(entry, { meeting, messages: mode === 'drive' ? statesOf(meeting) : [HELLO] });
    }
    context.stateChanged();
  }

  /** Tells the panels of a call or a message that was not sent. */
  function refuse(request: RequestOfMeeting): void {
    const named: Partial<Named> = Object(request);
    const id = named.call ?? named.requestId ?? named.action?.requestId;
    if (!id) return;
    refused.push(id);
    refused.splice(0, refused.length - MAX_REFUSED);
    context.stateChanged();
  }

  function run(entry: MeetingEntry, request: RequestOfMeeting, panel?: Link): void {
    const { meeting, place, people } = entry;
    switch (request.type) {
      case 'send-anyway':
        for (const message of statesOf(meeting)) {
          // In both namespaces.
          entry.unreported += 2;
          messenger.broadcast(place, message);
        }
        break;
      case 'send-raw':
        messenger.sendRaw(entry, request.wire);
        break;
      case 'messages':
        panel?.post(entriesSince(entry.log, meeting, request.after));
        break;
      case 'follow-people':
        if (panel) {
          unfollow(people, panel);
          if (request.on) people.unsent.set(panel, 'all');
          if (request.shown) people.showing.add(panel);
        }
        context.stateChanged();
        break;
      case 'reload':
        // The same address once more is what loads a frame of another origin again.
        if (place.element) reloadFrame(place.element);
        else if (!place.window) context.top.location.reload();
        break;
      default: {
        const asked = { verdict: 'asked', path: [], origin: '', data: request, meeting: meeting.id } as const;
        // Drafts and views are private: the log has none.
        const at = /draft|front|cleared/.test(request.type) ? Date.now() : context.trace.note(asked, request);
        messenger.apply(entry, onPanelRequest(meeting, request, at));
        context.stateChanged();
      }
    }
  }

  return {
    refused,
    run,
    serve(panel) {
      panel.onMessage((data) => {
        const request = parsePanelRequest(data, isActionName);
        if (!request) return;
        // It was pressed on another page, or before this one was loaded.
        const isForPage = request.page === context.page;
        const isMeant = ({ meeting: { id } }: MeetingEntry) =>
          isForPage && id === (request as Partial<MeetingRef>).meeting;
        const entry = meetings.list().find(isMeant);
        if (request.type === 'set-mode') {
          if (isForPage) setMode(request.mode);
        } else if (request.type === 'look') {
          if (entry) entry.shown = Math.max(entry.shown, request.shown);
          onLook(panel, entry);
        } else if (request.type === 'inspect') {
          if (isForPage) inspect(panel, request.on);
        } else {
          if (entry && isMeantFor(request, entry.meeting)) run(entry, request, panel);
          else refuse(request);
        }
      });
    },
  };
}

/** What the user asks of one meeting's plugin. */
export type MeetingRequest = Exclude<
  RequestOfMeeting,
  { type: 'send-anyway' | 'messages' | 'send-raw' | 'reload' | 'follow-people' }
>;

/** The user has asked for something in the panel. */
export function onPanelRequest(meeting: Meeting, request: MeetingRequest, now: number): ReducerResult {
  switch (request.type) {
    case 'set-chat':
    case 'set-participants':
      // Each is named after what it sets.
      return onOpened(meeting, request.type.slice('set-'.length) as Opened, request.active);
    case 'set-badge': {
      const next = { ...meeting, badge: request.visible };
      return { meeting: next, messages: [badgeState(next)] };
    }
    case 'act':
      return act(meeting, request.action, now);
    case 'dismiss':
      return dismiss(meeting, request.requestId);
    case 'dial':
      return dial(meeting, request, now);
    case 'send-message':
      return {
        meeting,
        messages: [{ name: request.type, text: request.text, requestId: request.requestId }],
      };
    case 'other-unread':
      return withUnread(meeting, { externalUnread: request.unread });
    case 'dial-now':
      return dialNow(meeting, request.call, now);
    case 'hang-up':
      return hangUp(meeting, request.call, now);
    default:
      // Each is named after what it sets.
      return unchanged({ ...meeting, [request.type]: request.text });
  }
}
