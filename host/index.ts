export type { DialRequest } from '../protocol/dial-fields';
export type { Dialect } from '../protocol/wire';
export type { Call, CallEvents, CallState, Participant } from './call';
export type { SentMessage } from './chat-messages';
export { type ConnectOptions, connectMeeting, type MeetingConnection } from './connect-meeting';
export type { On } from './emitter';
export type { LogEntry, MeetingEvents } from './events';
export { MeetingError, type MeetingErrorCode } from './meeting-error';
