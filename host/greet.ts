/** Frames of one level. The page inside decides how many there are. */
const MAX_FRAMES = 64;

/**
 * Sends to frames and to those inside them, down to a depth, because the plugin's window isn't known yet. The
 * target is `'*'`, so the message must tell a stranger nothing. Frames that are `known` are left out.
 */
export function greet(frames: readonly Window[], depth: number, wire: object, known?: Set<Window>): void {
  if (depth === 0) return;
  for (const frame of frames) if (!known?.has(frame)) frame.postMessage(wire, '*');
  greet(frames.flatMap(windowsIn).slice(0, MAX_FRAMES), depth - 1, wire, known);
}

/** The frames directly inside a window. */
export const windowsIn = (frame: Window): Window[] =>
  [...Array(frame.length).keys()].flatMap((index) => frame[index] ?? []);
