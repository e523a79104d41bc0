import type { HostMessage } from '../protocol/messages';
import { toWire } from '../protocol/wire';
import type { Place } from './place';

/** The window that a meeting's plugin last spoke from, and its origin at that moment. */
export type Speaker = { source: Window; origin: string };

/** Answers the window that spoke, at the origin that it spoke from. */
export function say({ source, origin }: Speaker, message: HostMessage): void {
  // An opaque origin cannot be named as a target. The source has been found to be a frame inside a
  // meeting, and a frame that is navigated elsewhere takes its window along: what '*' could reach is
  // the same sandbox.
  source.postMessage(toWire(message), origin === 'null' ? '*' : origin);
}

/**
 * Asks whoever is there for `ready`. The plugin has not spoken, so its window is not known: it is one of
 * the frames of Web App 3, or Web App 3 itself where it relays. `hello` has no content, so '*' tells a
 * stranger nothing.
 */
export function greet(place: Place, top: Window): void {
  const webapp3 =
    place.kind === 'page' ? top : place.kind === 'iframe' ? place.element.contentWindow : place.frame;
  if (!webapp3) return;
  const hello = toWire({ name: 'hello' });
  // The page itself is left out: it would hear the peer greet itself.
  if (webapp3 !== top) webapp3.postMessage(hello, '*');
  for (let index = 0; index < webapp3.length; index++) webapp3[index]?.postMessage(hello, '*');
}
