/**
 * The panel on a plain page, without an extension: `npx vite panel`, then `/preview/preview.html?state=` and
 * one of the states below, `dock` and what follows it in preview-dock.ts, or `options` or `welcome` for those
 * pages; `&stored=nothing` is the first day, `managed` a policy, `damaged` what cannot be read, `trouble` a
 * chat and notifications that do not work, `&language=ar` is in Arabic. The connection is scripted: it plays
 * the peer well enough to press everything.
 */
import { markLanguage, speak } from '../../locales/language';
import { type Call, type Meeting, newMeeting } from '../../protocol/meeting';
import {
  PANEL_PROTOCOL,
  type PeerConnection,
  type PeerMessages,
  type PeerPeople,
  type PeerState,
} from '../../protocol/panel';
import type { PanelRequest } from '../../protocol/panel-requests';
import { mountPanel } from '../app/mount';
import { mountOptions } from '../options/mount';
import { mountWelcome } from '../welcome/mount';
import { PREVIEW_BROWSER } from './preview-browser';
import { PREVIEW_CHAT } from './preview-chat';
import { PREVIEW_LOG } from './preview-log';
import { PREVIEW_ACTIONS, PREVIEW_CROWD, PREVIEW_PEOPLE, withPeople } from './preview-people';
import { previewStorage } from './preview-storage';

const BASE: Meeting = {
  ...newMeeting('one'),
  alias: 'qa.meeting',
  plugin: { name: 'ready', inMeeting: true, features: ['request-id', 'hang-up'] },
  chat: true,
};

const CHATTY: Meeting['plugin'] = { name: 'ready', inMeeting: true, features: ['request-id', 'messages'] };

const ago = (seconds: number) => Date.now() - seconds * 1000;

const call = (
  destination: string,
  startedAt: number,
  state: Call['state'],
  over: Partial<Call> = {},
): Call => ({
  id: crypto.randomUUID(),
  request: { destination, role: 'GUEST', protocol: 'sip' },
  startedAt,
  state,
  ...over,
});

const CALLS: readonly Call[] = [
  call('+47 22 33 44 55', ago(12), { name: 'calling', at: ago(12) }),
  call('carol@example.com', ago(15), { name: 'ringing', at: ago(14) }),
  call(
    'alice@example.com',
    ago(70),
    { name: 'joined', at: ago(64) },
    { displayName: 'Alice', joinedAt: ago(64), uuid: 'alice' },
  ),
  call('bob@example.com', ago(90), { name: 'failed', message: 'no route to this address', at: ago(88) }),
  call(
    'sip:a-very-long-conference-room-name.building-seven.third-floor@video.engineering.example.com',
    ago(200),
    { name: 'ringing', at: ago(199) },
    { displayName: 'Third floor, room with the long name' },
  ),
  call(
    'rtmp://live.example.com/app/key',
    ago(4000),
    { name: 'joined', at: ago(3990) },
    {
      request: { destination: 'rtmp://live.example.com/app/key', role: 'HOST', protocol: 'rtmp' },
      hangUp: { error: 'Invalid role' },
    },
  ),
  call('dave@example.com', ago(300), { name: 'left', at: ago(100) }, { joinedAt: ago(290) }),
  call('erin@example.com', ago(310), { name: 'left', at: ago(300) }, { hangUp: {} }),
  call('frank@example.com', ago(400), { name: 'unknown', why: 'reloaded', at: ago(380) }),
];

/** With a plugin that repeats no request id, after the user has let calls overlap. */
const TURNS: readonly Call[] = [
  call('carol@example.com', ago(3), { name: 'queued', at: ago(3) }),
  call('bob@example.com', ago(4), { name: 'queued', at: ago(4) }),
  call('noanswer@example.com', ago(75), { name: 'calling', at: ago(75) }),
  call('dave@example.com', ago(90), { name: 'cancelled', at: ago(88) }),
  call('erin@example.com', ago(200), { name: 'one-of', of: 2, joined: 1, failed: ['busy'], at: ago(190) }),
  call('frank@example.com', ago(201), { name: 'one-of', of: 2, joined: 1, failed: ['busy'], at: ago(190) }),
];

const STATES: Record<string, readonly Meeting[]> = {
  'no-meeting': [],
  waiting: [{ ...BASE, chat: false, plugin: { name: 'waiting' } }],
  ready: [{ ...BASE, chat: false, plugin: { name: 'ready', inMeeting: false, features: [] } }],
  calls: [{ ...BASE, calls: CALLS }],
  turns: [{ ...BASE, plugin: { name: 'ready', inMeeting: false, features: [] }, calls: TURNS }],
  errors: [BASE],
  chat: [{ ...BASE, plugin: CHATTY, messageCount: PREVIEW_CHAT.length }],
  people: [
    {
      ...withPeople(BASE, PREVIEW_PEOPLE),
      conference: { locked: true, guestsMuted: true },
      calls: CALLS.slice(1, 3).map((call) => ({ uuid: 'carol', ...call })),
      actions: PREVIEW_ACTIONS,
    },
  ],
  crowd: [withPeople(BASE, PREVIEW_CROWD)],
  silent: [{ ...BASE, plugin: CHATTY, unread: 3 }],
  several: [
    { ...BASE, calls: CALLS.slice(0, 2) },
    { ...BASE, id: 'two', alias: 'qa.meeting' },
    { ...BASE, id: 'three', alias: undefined, plugin: { name: 'waiting' } },
  ],
};

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

function scriptedConnection(initial: readonly Meeting[]): PeerConnection {
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
        const set = state === 'crowd' ? PREVIEW_CROWD : PREVIEW_PEOPLE;
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
      const { call: id, request: dialled } = request;
      const now = Date.now();
      const placed: Call = { id, request: dialled, startedAt: now, state: { name: 'calling', at: now } };
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

const query = new URLSearchParams(location.search);
const state = query.get('state') ?? 'ready';
const stored = query.get('stored');
const storage = previewStorage(stored);
const { signal } = new AbortController();
await speakLanguage(query.get('language') ?? 'en');
const root = document.getElementById('root');
if (root && state === 'welcome')
  mountWelcome(root, { ...PREVIEW_BROWSER, openOptions: () => {} }, storage, signal);
else if (state.startsWith('dock')) await showDock();
else if (root && state === 'options') mountOptions(root, { storage, signal, ...PREVIEW_BROWSER });
else if (root)
  mountPanel(root, scriptedConnection(STATES[state] ?? []), {
    signal,
    storage,
    startSimulator: async () => 'no-frame',
    openOptions: () => {},
    openHelp: () => {},
    loadSiteAccess: async () => PREVIEW_BROWSER.siteAccess,
    // It may ask for every host, so that a chat without an answer is known to be out of reach.
    ...(stored === 'trouble' && {
      loadSiteServices: async () => ({
        address: async () => undefined,
        mayReach: async () => true,
        ask: undefined,
        hasClosedViewers: false,
      }),
    }),
  });

/** Its style is for the whole document, so it is loaded for the dock alone. */
async function showDock(): Promise<void> {
  const { previewDock } = await import('./preview-dock');
  // Without a chat to show, it opens where something is typed.
  const meetings =
    state === 'dock-typed-pin' ? [{ ...BASE, chat: false, calls: CALLS }] : (STATES.chat ?? []);
  await previewDock(scriptedConnection(meetings), storage, state);
}

/**
 * Speaks a translation, as the browser would have it; `widest` is of every text the one that needs most room.
 */
async function speakLanguage(language: string): Promise<void> {
  const translations = import.meta.glob<Record<string, string>>('../../locales/*.json', {
    import: 'default',
  });
  const wanted = Object.entries(translations).filter(
    // Arabic counts more letters than it shows.
    ([path]) =>
      language === 'widest' ? !path.endsWith('/ar.json') : path === `../../locales/${language}.json`,
  );
  const all = await Promise.all(wanted.map(([, load]) => load()));
  if (all.length === 0) throw new Error(`There is no language ${language}.`);
  const text = (key: string) =>
    all.map((texts) => texts[key] ?? '').reduce((one, other) => (room(other) > room(one) ? other : one));
  speak({ language: language === 'widest' ? 'de' : language, text });
  markLanguage(document);
}

/** How much room a text needs, roughly: its longest word cannot be broken. */
function room(text: string): number {
  return Math.max(...text.split(/\s/).map((word) => word.length)) * 1000 + text.length;
}
