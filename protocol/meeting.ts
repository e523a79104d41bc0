import type { DialRequest } from './dial-fields';

/** How far a dial-out has come. *No answer yet* is not a state of the call but of the clock. */
export type CallState =
  | { name: 'calling' }
  | { name: 'joined'; uuid: string; displayName?: string | undefined; at: number }
  | { name: 'failed'; message: string; at: number };

/** A dial-out that this page asked for. Times are milliseconds since the epoch. */
export type Call = {
  /** Chosen by the panel; goes to the plugin as `requestId`. */
  id: string;
  request: DialRequest;
  startedAt: number;
  state: CallState;
};

/** What is known of the plugin in a meeting. */
export type PluginStatus =
  /** A frame that looks like a meeting, whose plugin has not spoken yet. */
  | { name: 'waiting' }
  /** `ready` has come. `inMeeting` stays false with a plugin that never says `connected`. */
  | { name: 'ready'; inMeeting: boolean; version?: string | undefined; features: readonly string[] };

/** One meeting on the page, as the peer holds it and the panel shows it. */
export type Meeting = {
  /** Unique within one page load. */
  id: string;
  alias?: string | undefined;
  /** Origin of the Web App 3 frame, where it is known. */
  origin?: string | undefined;
  plugin: PluginStatus;
  /** The Chat button's state, of which the top window is the source of truth. */
  chat: boolean;
  /** The unread badge on the Chat button. */
  badge: boolean;
  /** Newest first. */
  calls: readonly Call[];
};
