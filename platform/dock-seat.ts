import { browser } from './browser';
import type { Notice } from './names';

/** Where the peer leaves what the dock's script is to be given; both run in one isolated world. */
const SEAT = Symbol.for('external-chat.dock');

/** Has the dock's script brought into this tab, and calls `onHere` with what it offers, once it is there. */
export function callForDock(onHere: (offer: unknown) => void): void {
  Reflect.set(globalThis, SEAT, onHere);
  tellBackground({ type: 'dock-wanted' });
}

/** From the dock's script: hands the peer what makes a dock. */
export function takeSeat(offer: unknown): void {
  const onHere: unknown = Reflect.get(globalThis, SEAT);
  if (typeof onHere === 'function') onHere(offer);
}

/** Writes on the extension's icon, for this tab. */
export const writeOnIcon = (text: string): void => tellBackground({ type: 'icon', text });

/** Asking wakes the background; after an update of the extension there is none to hear. */
function tellBackground(notice: Notice): void {
  browser.runtime?.sendMessage(notice).catch(() => {});
}
