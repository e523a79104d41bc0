/** The kind of an error; stable, so that code can depend on it. */
export type MeetingErrorCode =
  /** `origin` isn't the origin of a website. */
  | 'bad-origin'
  /** There is no iframe or window to connect to. */
  | 'bad-target'
  /** A value that the page passed isn't valid. */
  | 'bad-request'
  /** The conferencing node refused; `message` has its words. */
  | 'refused'
  /** The plugin in this meeting doesn't support this. */
  | 'unsupported'
  /** The page aborted, or hung up before an answer. */
  | 'aborted'
  /** The participant left, or the call ended, before an answer. */
  | 'ended'
  /** The meeting was reloaded, and the plugin can't tell the state of the call. */
  | 'reloaded'
  /** The user left the meeting. */
  | 'left'
  /** The connection was closed. */
  | 'closed';

/** Every error of this library: a code, a message, and what to do. */
export class MeetingError extends Error {
  override readonly name = 'MeetingError';
  constructor(
    readonly code: MeetingErrorCode,
    message: string,
    /** What the page or its user can do. */
    readonly advice: string,
    /** False if a plugin of version 1 answered while several calls were open: another call can be meant. */
    readonly certain: boolean = true,
  ) {
    super(message);
  }
}
