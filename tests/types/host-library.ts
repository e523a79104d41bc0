/**
 * What must not compile against the host library. `npx tsc` fails at each line below that has become correct.
 */
import { connectMeeting, type MeetingError } from '../../host';
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
