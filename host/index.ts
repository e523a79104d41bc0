export type { DialRequest } from '../protocol/dial-fields';
export type { Dialect } from '../protocol/wire';
export type { Call, CallEvents, CallState, Participant } from './call';
export type { SentMessage } from './chat-messages';
export { connectMeeting } from './connect-meeting';
export type { ConnectOptions, MeetingConnection } from './connection';
export type { On } from './emitter';
export type { LogEntry, MeetingEvents } from './events';
export { MeetingError, type MeetingErrorCode } from './meeting-error';
