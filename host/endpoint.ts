import type { Dialect } from '../protocol/wire';

/** The window that the plugin last sent from, its origin at that moment, and its namespace. */
export type Endpoint = { source: Window; origin: string; dialect: Dialect };

/** Sends to the window that sent, at its origin. */
export function reply({ source, origin }: Endpoint, wire: object): void {
  // An opaque origin can't be named as a target. The source has passed the message filter, and a frame that is
  // navigated elsewhere keeps its window: '*' can reach only the same sandbox.
  source.postMessage(wire, origin === 'null' ? '*' : origin);
}

/**
 * Sends a greeting to a window and to the frames inside it, because the plugin's window isn't known yet. The target is
 * `'*'`, so use it only for a message without content.
 */
export function greet(root: Window, wire: object, isPage: boolean): void {
  // A page that is Web App 3 itself must not greet itself.
  let level = isPage ? framesIn(root) : [root];
  for (let depth = 0; depth < DEPTH; depth++) {
    for (const frame of level) frame.postMessage(wire, '*');
    level = level.flatMap(framesIn).slice(0, MOST);
  }
}

/** Web App 3, its plugins, and one level for a portal around it. */
const DEPTH = 3;

/** The page inside decides how many frames there are. */
const MOST = 64;

const framesIn = (frame: Window): Window[] =>
  Array.from({ length: frame.length }, (_, index) => frame[index]).filter((inner) => inner !== undefined);
