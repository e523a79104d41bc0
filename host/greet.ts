/**
 * Sends to frames and to those inside them, down to a depth, because the plugin's window isn't known yet. The target
 * is `'*'`, so the message must tell a stranger nothing.
 */
export function greet(frames: readonly Window[], depth: number, wire: object): void {
  if (depth === 0) return;
  for (const frame of frames) frame.postMessage(wire, '*');
  greet(frames.flatMap(framesIn).slice(0, MAX_FRAMES), depth - 1, wire);
}

/** Frames of one level. The page inside decides how many there are. */
const MAX_FRAMES = 64;

/** The frames directly inside a window. */
export const framesIn = (frame: Window): Window[] =>
  [...Array(frame.length).keys()].flatMap((index) => frame[index] ?? []);
