import type { Unread } from '../protocol/meeting';
import { browser } from './browser';
import type { IconState, Notice, SideScript } from './runtime-messages';

/**
 * Where the peer and a script that is brought beside it find each other; all of them run in one isolated world. Either may be
 * there first.
 */
type Seat = { offer?: unknown; onHere?: (offer: unknown) => void };

function seatOf(script: SideScript): Seat {
  const name = Symbol.for(`external-chat.${script}`);
  const seat: Seat = Reflect.get(globalThis, name) ?? {};
  Reflect.set(globalThis, name, seat);
  return seat;
}

/** Calls `onHere` with what a script offers, as soon as it is there. */
export function whenHere(script: SideScript, onHere: (offer: unknown) => void): void {
  const seat = seatOf(script);
  seat.onHere = onHere;
  if (seat.offer) onHere(seat.offer);
}

/** Has a script brought into this tab. */
export const callFor = (script: SideScript): void => sendToBackground({ type: 'script-wanted', script });

/** From such a script: leaves what it offers for the peer, now and for one that comes later. */
export function takeSeat(script: SideScript, offer: unknown): void {
  const seat = seatOf(script);
  seat.offer = offer;
  seat.onHere?.(offer);
}

/** Shows on the extension's icon how it stands with this tab's meetings, and writes on it what is unread. */
export const paintIcon = (state: IconState, unread: Unread | '…'): void =>
  sendToBackground({ type: 'icon', state, unread });

/** Tells every open panel that there is something to connect to. After an update of the extension there is none. */
export const announcePeer = (): void => sendToBackground({ type: 'peer-started' });

/** Asking wakes the background; after an update of the extension there is none to hear. */
function sendToBackground(notice: Notice): void {
  (async () => browser.runtime?.sendMessage(notice))().catch(() => {});
}
