import { type Call, type Meeting, newMeeting } from '../../protocol/meeting';
import { PREVIEW_CHAT } from './preview-chat';
import { ago, PREVIEW_ACTIONS, PREVIEW_CROWD, PREVIEW_PEOPLE, withPeople } from './preview-people';

const BASE: Meeting = {
  ...newMeeting('one'),
  alias: 'qa.meeting',
  plugin: { name: 'ready', inMeeting: true, features: ['request-id', 'hang-up'] },
  chat: true,
};

const CHATTY: Meeting['plugin'] = { name: 'ready', inMeeting: true, features: ['request-id', 'messages'] };

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

/** The meetings that the peer tells of, by the state that the address asks for. */
export const PREVIEW_MEETINGS: Record<string, readonly Meeting[]> = {
  'no-meeting': [],
  waiting: [{ ...BASE, chat: false, plugin: { name: 'waiting' } }],
  ready: [{ ...BASE, chat: false, plugin: { name: 'ready', inMeeting: false, features: [] } }],
  calls: [{ ...BASE, calls: CALLS }],
  turns: [{ ...BASE, plugin: { name: 'ready', inMeeting: false, features: [] }, calls: TURNS }],
  errors: [BASE],
  contested: [{ ...BASE, contested: true, calls: CALLS }],
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
  // Without a chat to show, a dock opens where something is typed.
  'dock-typed-pin': [{ ...BASE, chat: false, calls: CALLS }],
  silent: [{ ...BASE, plugin: CHATTY, unread: 3 }],
  several: [
    { ...BASE, calls: CALLS.slice(0, 2) },
    { ...BASE, id: 'two', alias: 'qa.meeting' },
    { ...BASE, id: 'three', alias: undefined, plugin: { name: 'waiting' } },
  ],
};
