/**
 * What must not compile against the host library. `npx tsc` fails at each line below that has become correct.
 */
import {
  type ConnectOptions,
  connectMeeting,
  type Dialect,
  type JoinedParticipant,
  type LogEntry,
  MeetingError,
  type MeetingErrorCode,
  type On,
  type OutgoingCallState,
  type PersonAction,
  type SentMessage,
} from '../../host';
import { people } from '../../host/people';

declare const iframe: HTMLIFrameElement;
const meeting = connectMeeting(iframe, { origin: 'https://meet.example.com', namespaces: ['videoconf'] });
meeting.on('toggle-chat', ({ active }) => meeting.setChat(active));
meeting.on('message', ({ text, displayName }) => `${displayName ?? ''}${text}`);
const call = meeting.dialOut({ destination: 'alice@example.com', protocol: 'sip', role: 'GUEST' });
call.on('failed', ({ code }: MeetingError) => code === 'refused');

connectMeeting(iframe, { people }).on('roster', ({ participants }) => participants[0]?.isMuted);
meeting.act({ name: 'mute', participantUuid: 'u', muted: true });

// @ts-expect-error nothing to connect to
connectMeeting(null);
// @ts-expect-error an element that isn't an iframe
connectMeeting(document.body);
// @ts-expect-error an option of another name
connectMeeting(iframe, { origins: ['https://meet.example.com'] });
// @ts-expect-error an unknown namespace
connectMeeting(iframe, { namespaces: ['rocketchat'] });
// @ts-expect-error an event of another name
meeting.on('toggle-caht', () => {});
// @ts-expect-error a field that the event doesn't have
meeting.on('toggle-chat', ({ visible }) => visible);
// @ts-expect-error a field of another type
meeting.on('toggle-chat', ({ active }) => active.length);
// @ts-expect-error a state that isn't a boolean
meeting.setChat('open');
// @ts-expect-error a count as text
meeting.setUnread('3');
// @ts-expect-error no destination
meeting.dialOut({ protocol: 'sip', role: 'GUEST' });
// @ts-expect-error an unknown protocol
meeting.dialOut({ destination: 'alice@example.com', protocol: 'tel', role: 'GUEST' });
// @ts-expect-error an unknown role
meeting.dialOut({ destination: 'alice@example.com', protocol: 'sip', role: 'CHAIR' });
// @ts-expect-error a field that Infinity doesn't have
meeting.dialOut({ destination: 'alice@example.com', protocol: 'sip', role: 'GUEST', colour: 'red' });
// @ts-expect-error an event that calls don't have
call.on('answered', () => {});
// @ts-expect-error no-answer has no state
call.on('no-answer', ({ state }) => state);
// @ts-expect-error a text is required
meeting.sendMessage();
// @ts-expect-error the state is read-only
meeting.chat = true;
// @ts-expect-error an action of another name
meeting.act({ name: 'silence', participantUuid: 'u' });
// @ts-expect-error an action without its flag
meeting.act({ name: 'mute', participantUuid: 'u' });
// @ts-expect-error a field that participants don't have
meeting.on('roster', ({ participants }) => participants[0]?.muted);
// @ts-expect-error a reload has no payload
meeting.on('reloaded', ({ reason }) => reason);
// @ts-expect-error an error has a code, not a reason
meeting.on('unreachable', ({ reason }) => reason);
// @ts-expect-error whether the user is in the meeting is the plugin's to say
meeting.connected = true;
// @ts-expect-error a signal, not its controller
meeting.dialOut({ destination: 'a', protocol: 'sip', role: 'GUEST' }, { signal: new AbortController() });
// @ts-expect-error the state of a call is read-only
call.state = 'joined';
// @ts-expect-error a state that calls don't have
export const state: OutgoingCallState = 'answered';
// @ts-expect-error a failure has no uuid
call.on('failed', ({ uuid }) => uuid);
// @ts-expect-error who joined has no address
call.joined.then(({ address }) => address);
// @ts-expect-error hanging up returns nothing to use
call.hangUp().then(({ ok }) => ok);
// @ts-expect-error a participant without an id
export const participant: JoinedParticipant = { certain: true };
// @ts-expect-error what was sent has no text
meeting.sendMessage('Hi').then(({ text }: SentMessage) => text);
// @ts-expect-error an error of another kind
export const code: MeetingErrorCode = 'busy';
// @ts-expect-error an error without a code
new MeetingError();
// @ts-expect-error the time is a number
export const options: ConnectOptions = { answerMs: '60 s' };
// @ts-expect-error a reader of people that returns nothing
export const reader: ConnectOptions = { people: () => undefined };
// @ts-expect-error a namespace of nobody's
export const namespace: Dialect = 'pexip';
// @ts-expect-error only what was dropped has a reason
export const log = (entry: LogEntry) => entry.reason;
// @ts-expect-error a role in capitals, as for a dial-out
export const action: PersonAction = { name: 'set-role', participantUuid: 'u', role: 'HOST' };
// @ts-expect-error closing takes nothing
meeting.close('done');
// @ts-expect-error a listener of an event that there isn't
export const listen: On<{ done: { at: number } }> = (name: 'over') => () => name;
// @ts-expect-error features are for reading
meeting.features.push('chat');
