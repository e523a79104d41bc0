import { browser } from './browser';
import type { IconState, Notice, SideScript } from './names';

/** Where the peer leaves what a side script is to be given; all of them run in one isolated world. */
const seatOf = (script: SideScript) => Symbol.for(`external-chat.${script}`);

/** Has a script brought into this tab, and calls `onHere` with what it offers, once it is there. */
export function callFor(script: SideScript, onHere: (offer: unknown) => void): void {
  Reflect.set(globalThis, seatOf(script), onHere);
  tellBackground({ type: 'script-wanted', script });
}

/** From such a script: hands the peer what it has brought. */
export function takeSeat(script: SideScript, offer: unknown): void {
  const onHere: unknown = Reflect.get(globalThis, seatOf(script));
  if (typeof onHere === 'function') onHere(offer);
}

/** Shows on the extension's icon how it stands with this tab's meetings, and writes on it. */
export const paintIcon = (state: IconState, text: string): void =>
  tellBackground({ type: 'icon', state, text });

/** Asking wakes the background; after an update of the extension there is none to hear. */
function tellBackground(notice: Notice): void {
  browser.runtime?.sendMessage(notice).catch(() => {});
}
