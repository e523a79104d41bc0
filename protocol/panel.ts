/**
 * What the panel and the peer say to each other, over a `Link`.
 *
 *   panel ──▶ peer   set-chat · set-badge · dial · dial-now · hang-up ·     requests of the user
 *                    send-anyway · set-mode
 *   peer ──▶ panel   state                                                everything, each time anything changes
 *
 * The whole state every time, so that a panel that was closed, or comes second, is never out of step.
 */
import type { DialRequest } from './dial-fields';
import type { Meeting } from './meeting';

/**
 * How the peer behaves on a site. *Drive*: it answers the plugin, as the top window has to. *Watch*: the
 * page has a host of its own that answers; the peer listens, and sends only what the user sends.
 */
export const MODES = ['drive', 'watch'] as const;
export type Mode = (typeof MODES)[number];

/** What the user asks for. `meeting` and `call` are ids; a call's is chosen by the panel. */
export type PanelRequest =
  | { type: 'set-chat'; meeting: string; active: boolean }
  | { type: 'set-badge'; meeting: string; visible: boolean }
  /** `overlap`: not to wait for a call that is open, with a plugin that cannot tell two apart. */
  | { type: 'dial'; meeting: string; call: string; request: DialRequest; overlap?: boolean }
  /** Dials a call that waits in the queue, without waiting any longer. */
  | { type: 'dial-now'; meeting: string; call: string }
  /** Ends a call, or takes it out of the queue. */
  | { type: 'hang-up'; meeting: string; call: string }
  /** Says button and badge to a plugin that has not spoken. */
  | { type: 'send-anyway'; meeting: string }
  /** How the peer behaves on this site, from now on. */
  | { type: 'set-mode'; mode: Mode };

const TYPES: readonly unknown[] = [
  'set-chat',
  'set-badge',
  'dial',
  'dial-now',
  'hang-up',
  'send-anyway',
  'set-mode',
] satisfies PanelRequest['type'][];

/**
 * Raised when an older panel would misread the state of a newer peer, or the reverse. After an update of the
 * extension, a page keeps the peer that it has until it is reloaded or the icon is pressed.
 */
export const PANEL_PROTOCOL = 1;

export type PeerState = {
  type: 'state';
  protocol: number;
  mode: Mode;
  /** Window messages that did not count, by reason, since the peer began. */
  dropped: Readonly<Record<string, number>>;
  /** Every meeting on the page: those that the page itself shows first, then in the order of finding. */
  meetings: readonly Meeting[];
};

const typeOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null ? Reflect.get(data, 'type') : undefined;

// Both ends of a link are this extension's own, over a channel that no page can reach; the panel has checked
// what the user typed, and the plugin checks it again. So only the envelope is looked at here: an older end
// must not crash a newer one, nor the reverse.

/** Reads a request that came over a link; `undefined` if it is none of ours. */
export const parsePanelRequest = (data: unknown): PanelRequest | undefined =>
  TYPES.includes(typeOf(data)) ? (data as PanelRequest) : undefined;

/** Reads what a peer said over a link; `undefined` if it is no state. */
export const parsePeerState = (data: unknown): PeerState | undefined =>
  typeOf(data) === 'state' && Array.isArray(Reflect.get(data as object, 'meetings'))
    ? (data as PeerState)
    : undefined;

/** The panel's way to the peer of the tab that it stands beside, whichever that is at the moment. */
export interface PeerConnection {
  /** Calls `listener` with each new state; `undefined` while the tab has no peer. */
  onState(listener: (state: PeerState | undefined) => void): void;
  /** Sends a request; it is dropped if there is no peer, which `onState` has said by then. */
  send(request: PanelRequest): void;
}
