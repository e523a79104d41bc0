import type { Reach } from '../state/reach';

/** How long a chat may take until it is said that it has not answered yet. */
export const SLOW_MS = 10_000;

/** Whether a chat is on screen in its frame, as far as a page can know that of a frame of another site. */
export type FrameState =
  | { name: 'loading' }
  | { name: 'shown' }
  | { name: 'slow' }
  | Exclude<Reach, { name: 'allowed' }>;

/** What has been seen of a frame. */
type Signs = {
  /** What its site answered; `undefined` until it has. */
  reach: Reach | undefined;
  /** It has loaded something. Chromium counts its own error page, too; Firefox does not. */
  hasLoaded: boolean;
  /** The chat has sent a message. */
  isAlive: boolean;
  isLate: boolean;
};

/** Judges what has been seen. Only what is certain is called an error; a slow chat is never one. */
export function frameState({ reach, hasLoaded, isAlive, isLate }: Signs): FrameState {
  if (reach?.name === 'refused') return reach;
  if (isAlive) return { name: 'shown' };
  if (reach?.name === 'failing' || reach?.name === 'unreachable') return reach;
  if (hasLoaded) return reach === undefined || reach.name === 'allowed' ? { name: 'shown' } : reach;
  if (!isLate) return { name: 'loading' };
  // Firefox reports no load of its error page for a host that cannot be reached.
  return reach?.name === 'silent' ? { name: 'unreachable' } : { name: 'slow' };
}

/** Follows a frame from when its loading begins until `signal` aborts, and tells each change of its state. */
export function watchFrame(
  reach: Promise<Reach>,
  onState: (state: FrameState) => void,
  signal: AbortSignal,
): { onLoad(): void; onMessage(): void } {
  let signs: Signs = { reach: undefined, hasLoaded: false, isAlive: false, isLate: false };
  let told = '';
  const see = (seen: Partial<Signs>) => {
    if (signal.aborted) return;
    signs = { ...signs, ...seen };
    const state = frameState(signs);
    if (told === JSON.stringify(state)) return;
    told = JSON.stringify(state);
    onState(state);
  };
  see({});
  const timer = setTimeout(() => see({ isLate: true }), SLOW_MS);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  void reach.then((found) => see({ reach: found }));
  return { onLoad: () => see({ hasLoaded: true }), onMessage: () => see({ isAlive: true }) };
}
