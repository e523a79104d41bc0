import type { Call, Meeting } from '../../protocol/meeting';
import {
  PANEL_PROTOCOL,
  type PeerConnection,
  type PeerMessages,
  type PeerPeople,
  type PeerState,
} from '../../protocol/panel';
import type { PanelRequest } from '../../protocol/panel-requests';
import { PREVIEW_CHAT } from './preview-chat';
import { PREVIEW_LOG } from './preview-log';

const stateOf = (meetings: readonly Meeting[]): PeerState => ({
  type: 'state',
  protocol: PANEL_PROTOCOL,
  page: 1,
  site: 'https://portal.example.com',
  mode: 'drive',
  dropped: { source: 1, foreign: 1204, shape: 1, origin: 1, rate: 0 },
  refused: [],
  meetings: meetings.map((meeting) => ({ ...meeting, page: 1 })),
});

/** A connection that plays the peer of these meetings and people well enough to press everything. */
export function scriptedConnection(initial: readonly Meeting[], set: PeerPeople['set']): PeerConnection {
  let meetings = initial;
  let listener: (state: PeerState | undefined) => void = () => {};
  let tell: (messages: PeerMessages) => void = () => {};
  let tellPeople: (people: PeerPeople) => void = () => {};
  const entries = [...PREVIEW_CHAT];
  const change = (id: string, update: (meeting: Meeting) => Meeting) => {
    const before = meetings;
    meetings = meetings.map((meeting) => (meeting.id === id ? update(meeting) : meeting));
    // Requests that change nothing are made again for each state that is told.
    if (meetings.some((meeting, at) => meeting !== before[at])) listener(stateOf(meetings));
  };
  return {
    onState(given) {
      listener = given;
      queueMicrotask(() => listener(stateOf(meetings)));
    },
    onMessages(given) {
      tell = given;
    },
    onPeople(given) {
      tellPeople = given;
    },
    onTrace: (tell) => queueMicrotask(() => tell(PREVIEW_LOG)),
    send: (request) => {
      if (request.type === 'messages') {
        const { meeting, after } = request;
        queueMicrotask(() => tell({ type: 'messages', meeting, from: after, entries: entries.slice(after) }));
      }
      if (request.type === 'follow-people' && request.on) {
        const { meeting } = request;
        queueMicrotask(() => tellPeople({ type: 'people', meeting, isWhole: true, set, gone: [] }));
      }
      if (request.type === 'send-message') {
        const { text, requestId } = request;
        entries.push({ name: 'message', id: requestId, at: Date.now(), text, own: true, requestId });
      }
      if (request.type !== 'set-mode' && request.type !== 'inspect')
        change(request.meeting, (meeting) => answer(meeting, request));
    },
  };
}

function answer(meeting: Meeting, request: Exclude<PanelRequest, { type: 'set-mode' | 'inspect' }>): Meeting {
  switch (request.type) {
    case 'set-chat':
      return { ...meeting, chat: request.active };
    case 'set-badge':
      return { ...meeting, badge: request.visible };
    case 'set-participants':
      return { ...meeting, participants: request.active };
    case 'dial': {
      const { call: id, request: dialed } = request;
      const now = Date.now();
      const placed: Call = { id, request: dialed, startedAt: now, state: { name: 'calling', at: now } };
      return { ...meeting, calls: [placed, ...meeting.calls] };
    }
    case 'send-message':
      return { ...meeting, messageCount: meeting.messageCount + 1 };
    case 'send-anyway':
    case 'messages':
    case 'look':
    case 'follow-people':
    case 'send-raw':
    case 'reload':
      return meeting;
    case 'act':
      return { ...meeting, actions: [...meeting.actions, { action: request.action, at: Date.now() }] };
    case 'dismiss': {
      const actions = meeting.actions.filter(({ action }) => action.requestId !== request.requestId);
      return { ...meeting, actions };
    }
    case 'front':
      return { ...meeting, front: request.text };
    case 'draft':
      return { ...meeting, draft: request.text };
    case 'cleared':
      return { ...meeting, cleared: request.text };
    case 'other-unread':
      return { ...meeting, externalUnread: request.unread };
    case 'dial-now':
      return moved(meeting, request.call, 'calling');
    case 'hang-up':
      return moved(meeting, request.call, 'left');
  }
}

const moved = (meeting: Meeting, id: string, name: 'calling' | 'left'): Meeting => ({
  ...meeting,
  calls: meeting.calls.map((each) => (each.id === id ? { ...each, state: { name, at: Date.now() } } : each)),
});
