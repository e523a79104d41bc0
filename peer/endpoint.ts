import type { Dialect } from '../protocol/dialects';
import type { Place } from './place';

/** The window that a meeting's plugin last spoke from, its origin at that moment, and in which dialect. */
export type Speaker = { source: Window; origin: string; dialect: Dialect };

/** Answers the window that spoke, at the origin that it spoke from. */
export function say({ source, origin }: Speaker, wire: unknown): void {
  // An opaque origin cannot be named as a target. The source has been found to be a frame inside a
  // meeting, and a frame that is navigated elsewhere takes its window along: what '*' could reach is
  // the same sandbox.
  source.postMessage(wire, origin === 'null' ? '*' : origin);
}

/**
 * Says something to a plugin that has not spoken, so that its window is not known: it is one of the frames
 * of Web App 3, or Web App 3 itself where it relays. Without a place, any frame inside a frame of the page may be one, for the
 * meeting that is deeper than the page can see. `'*'` for that reason; so only for messages that tell a stranger nothing: `hello`,
 * and a flag.
 */
export function sayToAll(place: Place | undefined, top: Window, wire: object): void {
  const webapp3 = place && (place.deeper ?? place.iframe?.contentWindow);
  // The page itself is left out: it would hear the peer greet itself.
  let level = webapp3 ? [webapp3] : framesIn(top);
  if (!place) level = level.flatMap(framesIn);
  // Bounded, because the page decides how many there are.
  for (let levels = webapp3 ? 2 : place ? 1 : 4; levels > 0; levels--) {
    for (const frame of level) frame.postMessage(wire, '*');
    level = level.flatMap(framesIn).slice(0, MOST);
  }
}

/** Frames of one level that are spoken to. */
const MOST = 64;

const framesIn = (frame: Window): Window[] =>
  Array.from({ length: frame.length }, (_, index) => frame[index]).filter((inner) => inner !== undefined);
