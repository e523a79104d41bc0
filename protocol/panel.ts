/**
 * What the panel and the peer say to each other, over a `Link`.
 *
 *   panel ──▶ peer   set-chat · set-badge · dial · dial-now · hang-up ·     requests of the user
 *                    send-anyway · set-mode · send-message · draft ·
 *                    look · messages · other-unread
 *   peer ──▶ panel   state                                                everything, each time anything changes
 *                    messages                                             what was asked for, to who asked
 *
 * The whole state every time, so that a panel that was closed, or comes second, is never out of step. Only of
 * what was said in the chats there is no more in it than how much: a panel that shows it asks for the rest.
 */
import { dialFields } from './dial-fields';
import { LIMITS } from './limits';
import type { ChatEntry, Meeting, Unread } from './meeting';
import { count, exactOptional, fields, flag, Mismatch, type Of, oneOf, type Shape, text } from './shape';
import { id } from './text';

/**
 * How the peer behaves on a site. *Drive*: it answers the plugin, as the top window has to. *Watch*: the
 * page has a host of its own that answers; the peer listens, and sends only what the user sends.
 */
export const MODES = ['drive', 'watch'] as const;
export type Mode = (typeof MODES)[number];

const unread: Shape<Unread> = (value) => (value === 'some' ? value : count(value));

const requests = {
  'set-chat': fields({ meeting: id, active: flag }),
  'set-badge': fields({ meeting: id, visible: flag }),
  /** `overlap`: not to wait for a call that is open, with a plugin that cannot tell two apart. */
  dial: fields({ meeting: id, call: id, request: fields(dialFields), overlap: exactOptional(flag) }),
  /** Dials a call that waits in the queue, without waiting any longer. */
  'dial-now': fields({ meeting: id, call: id }),
  /** Ends a call, or takes it out of the queue. */
  'hang-up': fields({ meeting: id, call: id }),
  /** Says button and badge to a plugin that has not spoken. */
  'send-anyway': fields({ meeting: id }),
  /** How the peer behaves on this site, from now on. */
  'set-mode': fields({ mode: oneOf(MODES) }),
  /** Writes in the meeting's own chat. */
  'send-message': fields({ meeting: id, text: text(LIMITS.message), requestId: id }),
  /** Keeps what has been typed, for a panel that is opened later. */
  draft: fields({ meeting: id, text: text(10 * LIMITS.message) }),
  /** The chat of this meeting is on screen in this panel; '': none is. */
  look: fields({ meeting: text(LIMITS.id) }),
  /** What is unread in the chat that this panel frames. */
  'other-unread': fields({ meeting: id, unread }),
  /** Asks for the entries of the meeting's own chat behind the first `after`. */
  messages: fields({ meeting: id, after: count }),
};

export type PanelRequest = {
  [Type in keyof typeof requests]: { type: Type } & Of<(typeof requests)[Type]>;
}[keyof typeof requests];

/**
 * Raised when an older panel would misread the state of a newer peer, or the reverse. After an update of the
 * extension, a page keeps the peer that it has until it is reloaded or the icon is pressed.
 */
export const PANEL_PROTOCOL = 1;

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
  /** Every meeting on the page: those that the page itself shows first, then in the order of finding. */
  meetings: readonly Meeting[];
};

/** Entries of a meeting's own chat, oldest first; `from`: how many there were before the first of these. */
export type PeerMessages = { type: 'messages'; meeting: string; from: number; entries: readonly ChatEntry[] };

/** Reads a request that came over a link; `undefined` if it is none of ours (an older or newer panel). */
export function parsePanelRequest(data: unknown): PanelRequest | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const type: unknown = Reflect.get(data, 'type');
  if (typeof type !== 'string' || !Object.hasOwn(requests, type)) return undefined;
  const read = requests[type as keyof typeof requests](data);
  return read instanceof Mismatch ? undefined : ({ ...read, type } as PanelRequest);
}

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

/** The panel's way to the peer of the tab that it stands beside, whichever that is at the moment. */
export interface PeerConnection {
  /** Calls `listener` with each new state; `undefined` while the tab has no peer. */
  onState(listener: (state: PeerState | undefined) => void): void;
  /** Calls `listener` with each answer to `messages`. */
  onMessages(listener: (messages: PeerMessages) => void): void;
  /** Sends a request; it is dropped if there is no peer, which `onState` has said by then. */
  send(request: PanelRequest): void;
}
