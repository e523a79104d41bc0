/**
 * The messages between panel and peer, over a `Link`.
 *
 *   panel ──▶ peer   requests of the user: set-chat · set-badge · dial · dial-now · hang-up · send-anyway ·
 *                    set-mode · send-message · draft · look · messages · other-unread · inspect · send-raw ·
 *                    reload · act · dismiss · set-participants · follow-people · front
 *   peer ──▶ panel   state      the whole state, at each change
 *                    messages   the requested entries, to the panel that requested them
 *                    people     who is in the meeting, and each change, to panels that follow them
 *                    trace      each message (trace.ts), to panels that show the log
 *
 * The whole state every time, so that a panel that was closed, or comes second, is never out of step. Only of
 * what was said in the chats there is no more in it than how much: a panel that shows it asks for the rest.
 */

import type { ChatEntry, Meeting } from './meeting';
import type { Mode } from './mode';
import type { PanelRequest } from './panel-requests';
import type { Participant } from './people';

/**
 * Raised when an older panel would misread the state of a newer peer, or the reverse. After an update of the
 * extension, a page keeps the peer that it has until it is reloaded or the icon is pressed.
 */
export const PANEL_PROTOCOL = 4;

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

/** Returns whether a value from a link is a trace, to be read later with `parsePeerTrace`. */
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
