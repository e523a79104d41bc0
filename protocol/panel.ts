/**
 * What the panel and the peer say to each other, over a `Link`.
 *
 *   panel ──▶ peer   requests of the user: set-chat · set-badge · dial · dial-now · hang-up · send-anyway ·
 *                    set-mode · send-message · draft · look · messages · other-unread · inspect · send-raw ·
 *                    reload · act · dismiss · set-participants · follow-people
 *   peer ──▶ panel   state      the whole state, at each change
 *                    messages   the requested entries, to the panel that requested them
 *                    people     who is in the meeting, and each change, to panels that follow them
 *                    trace      each message (trace.ts), to panels that show the log
 *
 * The whole state every time, so that a panel that was closed, or comes second, is never out of step. Only of
 * what was said in the chats there is no more in it than how much: a panel that shows it asks for the rest.
 */

import type { DialRequest } from './dial-fields';
import type { ChatEntry, Meeting, Unread } from './meeting';
import type { Mode } from './mode';
import type { Participant } from './people';
import type { PersonAction } from './person-actions';

/** A meeting as the user saw it when they pressed: on which page, and in which load of its frame. */
export type Target = { page: number; meeting: string; load: number };

/** The target of what is pressed while a meeting is shown. */
export const targetOf = ({ page, id, load }: Pick<Meeting, 'page' | 'id' | 'load'>): Target => ({
  page,
  meeting: id,
  load,
});

/** What each request carries. `meeting` and `call` are ids, as they stand in the state. */
export type Requests = {
  'set-chat': Target & { active: boolean };
  'set-badge': Target & { visible: boolean };
  /** `overlap`: not to wait for a call that is open, with a plugin that cannot tell two apart. */
  dial: Target & { call: string; request: DialRequest; overlap?: boolean };
  /** Dials a call that waits in the queue, without waiting any longer. */
  'dial-now': Target & { call: string };
  /** Ends a call, or takes it out of the queue. */
  'hang-up': Target & { call: string };
  /** Says button and badge to a plugin that has not spoken. */
  'send-anyway': Target;
  /** Loads the meeting's frame again. */
  reload: Target;
  /** How the peer behaves on this site, from now on. */
  'set-mode': { page: number; mode: Mode };
  /** Writes in the meeting's own chat. */
  'send-message': Target & { text: string; requestId: string };
  /** Keeps what has been typed, for a panel that is opened later. */
  draft: Target & { text: string };
  /**
   * The chat of this meeting is on screen in this panel, and its first `shown` entries have been painted.
   * Without a meeting, no chat is on screen.
   */
  look: { page: number; meeting: string; shown: number };
  /** What is unread in the chat that this panel frames. */
  'other-unread': Target & { unread: Unread };
  /** Asks for the entries of the meeting's own chat behind the first `after`. */
  messages: Target & { after: number };
  /** Opens or closes the people of this meeting, as its Participants button does. */
  'set-participants': Target & { active: boolean };
  /**
   * While chat or people of the meeting are open: what is in front here, as in `Meeting.front`; '' where the
   * meeting's buttons are to close what they have opened all the same.
   */
  front: Target & { text: string };
  /** Whether this panel is to be sent the people of this meeting, and each change. */
  'follow-people': Target & { on: boolean };
  /** Does something about people. */
  act: Target & { action: PersonAction & { requestId: string } };
  /** Removes an action from the state: its refusal was read. */
  dismiss: Target & { requestId: string };
  /** Whether this panel wants to be told of every message that the peer hears and sends. */
  inspect: { page: number; on: boolean };
  /** Says this to the plugin as it stands, right or wrong. */
  'send-raw': Target & { wire: unknown };
};

export type PanelRequest = {
  [Type in keyof Requests]: { type: Type } & Requests[Type];
}[keyof Requests];

/** Requests that carry nothing of the user to a meeting. */
const IMPERSONAL: readonly string[] = [
  'set-chat',
  'set-badge',
  'hang-up',
  'send-anyway',
  'reload',
  'draft',
  'other-unread',
  'messages',
] satisfies readonly (keyof Requests)[];

/**
 * Whether a request may be carried out in a meeting as it is now: what carries something of the user, only in
 * the load of its frame in which it was pressed.
 */
export const isMeantFor = (request: { type: string; load: number }, meeting: Meeting): boolean =>
  IMPERSONAL.includes(request.type) || (isThere(request, meeting) && meeting.plugin.name === 'ready');

/** Whether a meeting is on the page, in this load of its frame. */
export const isThere = ({ load }: Pick<Target, 'load'>, meeting: Meeting): boolean =>
  meeting.present && meeting.load === load;

/**
 * Raised when an older panel would misread the state of a newer peer, or the reverse. After an update of the
 * extension, a page keeps the peer that it has until it is reloaded or the icon is pressed.
 */
export const PANEL_PROTOCOL = 3;

export type PeerState = {
  type: 'state';
  protocol: number;
  /** Tells this page load from others, whose meetings have the same ids. */
  page: number;
  /** Origin of the page. */
  site: string;
  mode: Mode;
  /** Window messages that did not count, by reason, since the peer began. */
  dropped: Readonly<Record<string, number>>;
  /** Calls and chat messages of the user that were not sent: their meeting was not there any more. */
  refused: readonly string[];
  /** Every meeting on the page: those that the page itself shows first, then in the order of finding. */
  meetings: readonly Meeting[];
};

/** Entries of a meeting's own chat, oldest first; `from`: how many there were before the first of these. */
export type PeerMessages = { type: 'messages'; meeting: string; from: number; entries: readonly ChatEntry[] };

/**
 * The people of one meeting: those that are new or have changed, and the ids of those that are gone.
 * `isWhole`: these are all, whatever was sent before.
 */
export type PeerPeople = {
  type: 'people';
  meeting: string;
  isWhole: boolean;
  set: readonly Participant[];
  gone: readonly string[];
};

/**
 * Reads what a peer said. Its sender is this extension's own content script, over a channel that no page
 * can reach, so only the envelope is checked: an older peer must not crash a newer panel.
 */
export function parsePeerState(data: unknown): PeerState | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  return Reflect.get(data, 'type') === 'state' && Array.isArray(Reflect.get(data, 'meetings'))
    ? (data as PeerState)
    : undefined;
}

/** Reads an answer to `messages` in the same way. */
export function parsePeerMessages(data: unknown): PeerMessages | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  return Reflect.get(data, 'type') === 'messages' && Array.isArray(Reflect.get(data, 'entries'))
    ? (data as PeerMessages)
    : undefined;
}

/** Reads people in the same way. */
export function parsePeerPeople(data: unknown): PeerPeople | undefined {
  const { type, set, gone } = Object(data);
  return type === 'people' && Array.isArray(set) && Array.isArray(gone) ? (data as PeerPeople) : undefined;
}

/** Whether something that came over a link is a trace, for whoever reads it later with `parsePeerTrace`. */
export const isTrace = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && Reflect.get(data, 'type') === 'trace';

/** The panel's way to the peer of the tab that it stands beside, whichever that is at the moment. */
export interface PeerConnection {
  /** Calls `listener` with each new state; `undefined` while the tab has no peer. */
  onState(listener: (state: PeerState | undefined) => void): void;
  /** Calls `listener` with each answer to `messages`. */
  onMessages(listener: (messages: PeerMessages) => void): void;
  /** Calls `listener` with the people of meetings that this panel follows. */
  onPeople(listener: (people: PeerPeople) => void): void;
  /**
   * Calls `listener` with each trace until `stop`, unread: what it takes to read one is loaded by who needs
   * it.
   */
  onTrace(listener: (trace: unknown) => void, stop: AbortSignal): void;
  /** Sends a request; it is dropped if there is no peer, which `onState` has said by then. */
  send(request: PanelRequest): void;
}
