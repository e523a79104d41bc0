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
 * of Web App 3, or Web App 3 itself where it relays. `'*'` for that reason; so only for messages that tell
 * a stranger nothing: `hello`, and a flag.
 */
export function sayToAll(place: Place, top: Window, wire: object): void {
  const webapp3 =
    place.kind === 'page' ? top : place.kind === 'iframe' ? place.element.contentWindow : place.frame;
  // The page itself is left out: it would hear the peer greet itself.
  if (webapp3 && webapp3 !== top) webapp3.postMessage(wire, '*');
  for (const frame of framesIn(webapp3)) frame.postMessage(wire, '*');
}

/**
 * Greets every frame inside a frame of the page, for the meeting that is deeper than the page can see.
 * Bounded, because the page decides how many there are.
 */
export function greetDeeper(top: Window, hello: object): void {
  let level = framesIn(top);
  for (let depth = 0; depth < 4 && level.length > 0; depth++) {
    level = level.flatMap(framesIn).slice(0, 64);
    for (const frame of level) frame.postMessage(hello, '*');
  }
}

function framesIn(frame: Window | null): Window[] {
  const inner: Window[] = [];
  for (let index = 0; frame && index < frame.length; index++) {
    const child = frame[index];
    if (child) inner.push(child);
  }
  return inner;
}
