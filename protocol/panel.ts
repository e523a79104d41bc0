/**
 * What the panel and the peer say to each other, over a `Link`.
 *
 *   panel ──▶ peer   set-chat · set-badge · dial      requests of the user
 *   peer ──▶ panel   state                            everything, each time anything changes
 *
 * The whole state every time, so that a panel that was closed, or comes second, is never out of step.
 */
import { dialFields } from './dial-fields';
import type { Meeting } from './meeting';
import { fields, flag, Mismatch, type Of } from './shape';
import { id } from './text';

const requests = {
  'set-chat': fields({ meeting: id, active: flag }),
  'set-badge': fields({ meeting: id, visible: flag }),
  dial: fields({ meeting: id, call: id, request: fields(dialFields) }),
};

export type PanelRequest = {
  [Type in keyof typeof requests]: { type: Type } & Of<(typeof requests)[Type]>;
}[keyof typeof requests];

/** Every meeting on the page, in the order in which they were found. */
export type PeerState = { type: 'state'; meetings: readonly Meeting[] };

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

/** The panel's way to the peer of the tab that it stands beside, whichever that is at the moment. */
export interface PeerConnection {
  /** Calls `listener` with each new state; `undefined` while the tab has no peer. */
  onState(listener: (state: PeerState | undefined) => void): void;
  /** Sends a request; it is dropped if there is no peer, which `onState` has said by then. */
  send(request: PanelRequest): void;
}
