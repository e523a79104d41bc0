import type { Dialect } from '../protocol/dialects';
import type { Place } from './place';

/** The window that a meeting's plugin last posted from, its origin at that moment, and its dialect. */
export type Endpoint = { source: Window; origin: string; dialect: Dialect };

/** Posts to the window that sent a message, at the origin that it sent from. */
export function postTo({ source, origin }: Endpoint, wire: unknown): void {
  // An opaque origin cannot be named as a target. The filter has found the source to be a frame inside a
  // meeting, and a frame that is navigated elsewhere keeps its window: '*' can only reach the same sandbox.
  source.postMessage(wire, origin === 'null' ? '*' : origin);
}

/**
 * Posts to a plugin whose window is unknown because it has not sent anything. It is one of the frames of
 * Web App 3, or Web App 3 itself where that relays. Without a place, any frame inside a frame of the page may be
 * one, for a meeting that is deeper than the page can see. Hence `'*'`, and hence only messages that tell a
 * stranger nothing: `hello`, and a flag.
 */
export function postToFrames(place: Place | undefined, top: Window, wire: object): void {
  const webapp3 = place && (place.deeper ?? place.iframe?.contentWindow);
  // The page itself is left out: it would receive the peer's own greeting.
  let level = webapp3 ? [webapp3] : framesIn(top);
  if (!place) level = level.flatMap(framesIn);
  // Bounded, because the page decides how many there are.
  for (let levels = webapp3 ? 2 : place ? 1 : 4; levels > 0; levels--) {
    for (const frame of level) frame.postMessage(wire, '*');
    level = level.flatMap(framesIn).slice(0, MAX_FRAMES);
  }
}

/** Frames of one level that are posted to. */
const MAX_FRAMES = 64;

const framesIn = (frame: Window): Window[] =>
  Array.from({ length: frame.length }, (_, index) => frame[index]).filter((inner) => inner !== undefined);
