/**
 * The panel on a plain page, without an extension: `npx vite panel`, then `/preview.html?state=` and one of
 * the states below. The connection is scripted: it plays the peer well enough to press everything.
 */
import type { Call, Meeting } from '../protocol/meeting';
import type { PanelRequest, PeerConnection, PeerState } from '../protocol/panel';
import { mountPanel } from './mount';

const BASE: Meeting = {
  id: 'one',
  alias: 'qa.meeting',
  plugin: { name: 'ready', inMeeting: true, features: [] },
  chat: true,
  badge: false,
  calls: [],
};

const ago = (seconds: number) => Date.now() - seconds * 1000;

const call = (destination: string, startedAt: number, state: Call['state'], name?: string): Call => ({
  id: crypto.randomUUID(),
  request: { destination, role: 'GUEST', protocol: 'sip', ...(name && { remote_display_name: name }) },
  startedAt,
  state,
});

const CALLS: readonly Call[] = [
  call('+47 22 33 44 55', ago(12), { name: 'calling' }),
  call('alice@example.com', ago(70), { name: 'joined', uuid: 'a', displayName: 'Alice', at: ago(64) }),
  call('bob@example.com', ago(90), { name: 'failed', message: 'no route to this address', at: ago(88) }),
  call(
    'sip:a-very-long-conference-room-name.building-seven.third-floor@video.engineering.example.com',
    ago(200),
    { name: 'calling' },
    'Third floor, room with the long name',
  ),
  call('rtmp://live.example.com/app/key', ago(4000), { name: 'joined', uuid: 'b', at: ago(3990) }),
];

const STATES: Record<string, readonly Meeting[]> = {
  'no-meeting': [],
  waiting: [{ ...BASE, chat: false, plugin: { name: 'waiting' } }],
  ready: [{ ...BASE, chat: false, plugin: { name: 'ready', inMeeting: false, features: [] } }],
  calls: [{ ...BASE, calls: CALLS }],
  errors: [BASE],
  several: [
    { ...BASE, calls: CALLS.slice(0, 2) },
    { ...BASE, id: 'two', alias: 'qa.meeting' },
    { ...BASE, id: 'three', alias: undefined, plugin: { name: 'waiting' } },
  ],
};

function scriptedConnection(initial: readonly Meeting[]): PeerConnection {
  let meetings = initial;
  let listener: (state: PeerState | undefined) => void = () => {};
  const change = (id: string, update: (meeting: Meeting) => Meeting) => {
    meetings = meetings.map((meeting) => (meeting.id === id ? update(meeting) : meeting));
    listener({ type: 'state', meetings });
  };
  return {
    onState(given) {
      listener = given;
      queueMicrotask(() => listener({ type: 'state', meetings }));
    },
    send: (request) => change(request.meeting, (meeting) => answer(meeting, request)),
  };
}

function answer(meeting: Meeting, request: PanelRequest): Meeting {
  switch (request.type) {
    case 'set-chat':
      return { ...meeting, chat: request.active };
    case 'set-badge':
      return { ...meeting, badge: request.visible };
    case 'dial': {
      const { call: id, request: dialled } = request;
      const placed: Call = { id, request: dialled, startedAt: Date.now(), state: { name: 'calling' } };
      return { ...meeting, calls: [placed, ...meeting.calls] };
    }
  }
}

const state = new URLSearchParams(location.search).get('state') ?? 'ready';
const root = document.getElementById('root');
if (root) mountPanel(root, scriptedConnection(STATES[state] ?? []), { signal: new AbortController().signal });
