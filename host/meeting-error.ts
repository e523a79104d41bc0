/** What the page or its user can do, and what happened where nothing else tells it. */
const ERRORS = {
  /** There is no iframe or window to connect to, or it has a connection that wasn't closed. */
  'bad-target': ['Pass an iframe of the page, once.', 'No iframe.'],
  /** `origin` isn't the origin of Web App 3. */
  'bad-origin': ['Pass its scheme and host.'],
  /** A value that the page passed can't be sent. */
  'bad-request': ['Correct the request.'],
  /** The conferencing node or the plugin refused; `message` has its words. */
  refused: ['Check the request.'],
  /** No plugin has responded in the answer time. */
  'no-plugin': ['Add the plugin to the meeting.', 'No plugin responded.'],
  /** This page is in a frame of another: its plugin sends to that one. */
  'not-top': ['Open this page by itself.', 'Plugins send to the top window.'],
  /** The plugin in this meeting can't do this. */
  unsupported: ['Do this in the meeting.', 'Not in this plugin.'],
  /** The page aborted, or hung up before the call was dialed. */
  aborted: ['Dial again.', 'The call was canceled.'],
  /** The participant left, or the call ended, before an answer. */
  ended: ['Dial again.', 'The call was not answered.'],
  /** The meeting was reloaded, and the plugin can't tell what became of the request. */
  reloaded: ['Check the meeting.', 'The meeting was reloaded.'],
  /** The user left the meeting, or hasn't joined it in the answer time. */
  left: ['Join the meeting.', 'Not in the meeting.'],
  /** The connection was closed. */
  closed: ['Connect again.', 'The connection was closed.'],
} satisfies Record<string, readonly [advice: string, message?: string]>;

/** The kind of an error; stable, so that code can depend on it. */
export type MeetingErrorCode = keyof typeof ERRORS;

/** Every error of this library: a code, a message, and what to do. */
export class MeetingError extends Error {
  /** What the page or its user can do. */
  readonly advice: string;

  constructor(
    readonly code: MeetingErrorCode,
    message: string | undefined = ERRORS[code][1],
    /** False if a plugin of version 1 answered while several calls were open: another call can be meant. */
    readonly certain: boolean = true,
  ) {
    super(message);
    this.name = 'MeetingError';
    [this.advice] = ERRORS[code];
  }
}
