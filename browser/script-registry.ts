import type { Unread } from '../protocol/meeting';
import { globals } from './globals';
import { native } from './native';
import type { IconState, RuntimeMessage, SideScript } from './runtime-messages';

/**
 * Where the peer and a script that is loaded beside it find each other. Both run in one isolated world, and
 * either may be there first.
 */
type Slot = { provided?: unknown; onLoaded?: (provided: unknown) => void };

function slotOf(script: SideScript): Slot {
  const name = Symbol.for(`external-chat.${script}`);
  globals[name] ??= {};
  return globals[name] as Slot;
}

/** Calls `onLoaded` with what a script provides, as soon as the script is there. */
export function whenLoaded(script: SideScript, onLoaded: (provided: unknown) => void): void {
  const slot = slotOf(script);
  slot.onLoaded = onLoaded;
  if (slot.provided) onLoaded(slot.provided);
}

/** Requests that a script is injected into this tab. */
export const requestScript = (script: SideScript): void =>
  sendToBackground({ type: 'script-wanted', script });

/** From such a script: provides something to the peer, now and to one that comes later. */
export function provide(script: SideScript, provided: unknown): void {
  const slot = slotOf(script);
  slot.provided = provided;
  slot.onLoaded?.(provided);
}

/**
 * Shows the state of this tab's meetings on the extension's icon, with the number of unread messages, and
 * whether somebody waits or raises a hand.
 */
export const showOnIcon = (state: IconState, unread: Unread | '…', asked: boolean): void =>
  sendToBackground({ type: 'icon', state, unread, asked });

/** Tells every open panel that there is a peer to connect to. */
export const announcePeer = (): void => sendToBackground({ type: 'peer-started' });

/** Keeps something for the next load of this page, in the browser's memory. */
export const keepForTab = (kept: readonly unknown[]): void => sendToBackground({ type: 'keep', kept });

/** Sending wakes the background. After an update of the extension nobody receives it. */
export function sendToBackground(message: RuntimeMessage): void {
  (async () => native.runtime?.sendMessage(message))().catch(() => {});
}
