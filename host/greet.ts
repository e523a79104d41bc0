/**
 * Sends to frames and to those inside them, down to a depth, because the plugin's window isn't known yet. The target
 * is `'*'`, so the message must tell a stranger nothing.
 */
export function greet(frames: readonly Window[], depth: number, wire: object): void {
  let level = frames;
  for (let left = depth; left > 0; left--) {
    for (const frame of level) frame.postMessage(wire, '*');
    level = level.flatMap(framesIn).slice(0, MAX_FRAMES);
  }
}

/** Frames of one level. The page inside decides how many there are. */
const MAX_FRAMES = 64;

/** The frames directly inside a window. */
export const framesIn = (frame: Window): Window[] =>
  Array.from({ length: frame.length }, (_, index) => frame[index]).filter((inner) => inner !== undefined);
