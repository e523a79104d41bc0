import type { DialRequest } from './dial-fields';
import type { Conference, Self } from './people';
import type { PersonAction } from './person-actions';
import type { Dialect } from './wire';

/**
 * How far a dial-out has come; `at` is when it came there. *No answer yet* is not a state of the call but of
 * the clock. `queued` waits for its turn, `cancelled` was removed from the queue: neither was ever dialed.
 */
export type CallState =
  | { name: 'queued' | 'calling' | 'ringing' | 'joined'; at: number }
  /** Without `why`, by the user; otherwise the meeting was reloaded or left before it was dialed. */
  | { name: 'cancelled'; why?: 'reloaded' | 'left' | undefined; at: number }
  /** Without `joinedAt` on the call, it ended before anybody answered. */
  | { name: 'left'; at: number }
  | { name: 'failed'; message: string; at: number }
  /** The meeting was left or reloaded under the call; `at` is the last moment at which it was known. */
  | { name: 'unknown'; why: 'reloaded' | 'left'; at: number }
  /**
   * One of `of` calls that were open at once, with a plugin that does not say which call an answer belongs
   * to: of these, `joined` have joined, and the others in `failed` were refused with these messages.
   */
  | { name: 'one-of'; of: number; joined: number; failed: readonly string[]; at: number };

/** A dial-out that this page asked for. Times are milliseconds since the epoch. */
export type Call = {
  /** Chosen by the panel; goes to the plugin as `requestId`. */
  id: string;
  request: DialRequest;
  /** When it was dialed, or asked for while it is queued. */
  startedAt: number;
  state: CallState;
  /** The participant, from when the plugin has told it. */
  uuid?: string | undefined;
  displayName?: string | undefined;
  joinedAt?: number | undefined;
  /** The user has hung up; `error` is why that did not succeed. */
  hangUp?: { error?: string } | undefined;
};

/** What is unread: how many, or *some* where a chat says no more than that. */
export type Unread = number | 'some';

/** What was said in the meeting's own chat, or the reason why something could not be. Times as above. */
export type ChatEntry =
  | {
      name: 'message';
      id: string;
      at: number;
      text: string;
      displayName?: string | undefined;
      /** Written here, by the panel. */
      own: boolean;
      requestId?: string | undefined;
    }
  | { name: 'message-error'; at: number; message: string; requestId?: string | undefined };

/** How many people a meeting has, and how many of them want something. */
export type PeopleCount = { total: number; waiting: number; raised: number };

/**
 * An action of the user on people that the roster doesn't show yet, or that was refused: `error` is why, in
 * the node's words. It ends when the roster shows its effect. A plugin of the second namespace refuses
 * silently, so an action without `error` can stay: the panel decides how long it reads *under way*.
 */
export type PendingAction = { action: PersonAction & { requestId: string }; at: number; error?: string };

/** What is known of the plugin in a meeting. */
export type PluginStatus =
  /** A frame that looks like a meeting, whose plugin has sent nothing yet. */
  | { name: 'waiting' }
  /**
   * It has sent something. `announced`: also its `ready`, so version and features are what it says of itself.
   * `inMeeting` stays false with a plugin that never says `connected`.
   */
  | {
      name: 'ready';
      announced?: boolean | undefined;
      inMeeting: boolean;
      version?: string | undefined;
      features: readonly string[];
    };

/** One meeting on the page, as the peer holds it and the panel shows it. */
export type Meeting = {
  /** Unique within one page load. */
  id: string;
  /** The page load, as a random number: two pages, or two loads of one, do not share it. */
  page: number;
  /** The browser’s id of the tab that the page is in, if the panel is beside tabs. */
  tab?: number | undefined;
  /** Counts the loads of the meeting's frame. What the user pressed in one is not done in another. */
  load: number;
  alias?: string | undefined;
  /** Origin of the Web App 3 frame, where it is known. */
  origin?: string | undefined;
  /** Address of its frame without query and fragment, where that is a frame of the page itself. */
  address?: string | undefined;
  /** Host of the frame that carries it, as far as the page shows it. */
  host?: string | undefined;
  plugin: PluginStatus;
  /** The namespace that the plugin last used. */
  dialect?: Dialect | undefined;
  /** Whether the page names it by the id `webapp3`. */
  named: boolean;
  /** Whether the page itself shows that this is Web App 3, by its id or address. */
  recognised: boolean;
  /** False once its frame has left the page; it stays listed for the sake of its calls. */
  present: boolean;
  /** The page's own host code answers the plugin, too. In *Watch*, true once the plugin has said anything. */
  contested: boolean;
  /** The Chat button's state, of which the top window is the source of truth. */
  chat: boolean;
  /** The unread badge on the Chat button. */
  badge: boolean;
  /** How many entries its own chat has had; the panel asks for those that it has not got. */
  messageCount: number;
  /** Messages of its own chat that no panel has shown; none while its chat is on screen. */
  unread: number;
  /** What is unread in the chat that the panel frames. */
  externalUnread: Unread;
  /** Its chat is on screen in some panel, which acknowledges each entry that it has shown. */
  chatVisible: boolean;
  /** What has been typed in the panel's chat and not been sent. */
  draft: string;
  /** Newest first. */
  calls: readonly Call[];
  /** The ids of calls that the user has cleared from the panels, with spaces between them. */
  cleared?: string | undefined;
  /** The Participants button's state: the panel shows the people. */
  participants: boolean;
  /**
   * What is in front in the panel: `chat`, `participants`, or another view, and a number that tells this
   * report of the panel from its others. A button of the meeting sets it, without a number, to what the panel
   * is to bring to the front.
   */
  front?: string | undefined;
  /** Absent until the plugin has sent a roster; the people themselves are sent on request. */
  people?: PeopleCount | undefined;
  self?: Self | undefined;
  conference?: Conference | undefined;
  /** Oldest first. */
  actions: readonly PendingAction[];
};

/**
 * The meeting that is used until the user chooses one: the only one, or the only one that the page names. No
 * other is, since it can be confused with a frame that only calls itself a meeting.
 */
export function defaultMeeting(meetings: readonly Meeting[]): Meeting | undefined {
  const here = meetings.filter(({ present }) => present);
  if (here.length === 0) return meetings[0];
  const sure = here.length > 1 ? here.filter(({ named }) => named) : here;
  return sure.length === 1 ? sure[0] : undefined;
}

/** A meeting that has been found, and whose plugin has sent nothing. */
export const newMeeting = (id: string, over: Partial<Meeting> = {}): Meeting => ({
  id,
  page: 0,
  load: 0,
  plugin: { name: 'waiting' },
  named: false,
  recognised: true,
  present: true,
  contested: false,
  chat: false,
  badge: false,
  messageCount: 0,
  unread: 0,
  externalUnread: 0,
  chatVisible: false,
  draft: '',
  calls: [],
  participants: false,
  actions: [],
  ...over,
});
