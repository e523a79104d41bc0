/**
 * Lets no click and no key through to the dock while it is not plainly on screen: covered, transparent, moved
 * by itself or with its window, or uncovered within the last half second. A page that frames what it cannot
 * read may still try to have it clicked.
 *
 * Chromium says itself whether an element is seen, across frames, by what is painted (Intersection Observer
 * v2: nothing over it, no opacity, filter or transform). Elsewhere the peer looks at the page's top layer.
 * Its size on screen no browser tells the dock: the peer looks at that everywhere.
 * @see https://w3c.github.io/IntersectionObserver/v2/
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Seen } from '../../protocol/dock';
import { keyOf } from '../ui/key-of';

/**
 * For how long everything has to have been in sight. A lure that goes away as the pointer comes is shorter.
 */
const SETTLED_MS = 500;

const LOOK_AGAIN_MS = 250;

/** How often it is looked whether the window itself has moved, which no event tells. */
const WINDOW_MS = 100;

/**
 * Where the peer looks for covers it tells of each look. Nothing can be told while a page keeps it from
 * looking, behind a picture of its own.
 */
const MAX_SILENCE_MS = 1_000;

const GUARDED = [
  'pointerdown',
  'mousedown',
  'click',
  'auxclick',
  'keydown',
  'beforeinput',
  'submit',
  'drop',
  'paste',
] as const;
/** What moves the focus or gives it back does nothing by itself. */
const HARMLESS_KEYS = ['Tab', 'Escape', 'Shift'];

/**
 * Whether a key may be one of the browser's own, or of the extension's commands: a chord with a character, or
 * a function key. In Firefox, they do nothing if a page prevents them. What such a chord could do here, it
 * does by another event, which is judged: it cuts, pastes, undoes, clicks.
 */
const isForBrowser = (event: KeyboardEvent): boolean =>
  /^F\d+$/.test(keyOf(event)) ||
  (keyOf(event).length === 1 &&
    (event.ctrlKey || event.altKey || event.metaKey) &&
    !event.getModifierState('AltGraph'));

export type InputGuard = {
  /** What the peer sees; `undefined` until it has looked. */
  seen: ReadonlySignal<Seen | undefined>;
  /** Asks the peer to look: at the dock's size, and where `covers` is set, at what may lie over it. */
  watch(covers: boolean): void;
  /** Whether a new width of this document is the user's own doing. */
  isOwnWidth(): boolean;
  onRefused(): void;
};

/**
 * Guards this document from now on. Whether input gets through stands in `data-input` on its root element.
 */
export function guardInput({ seen, watch, isOwnWidth, onRefused }: InputGuard): void {
  const { dataset } = document.documentElement;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let isInSight = false;
  const begin = () => {
    dataset.input = 'refused';
    clearTimeout(settling);
    settling = setTimeout(() => {
      dataset.input = 'taken';
    }, SETTLED_MS);
  };
  const see = (clear: boolean) => {
    if (clear && !isInSight) begin();
    if (!clear) {
      clearTimeout(settling);
      dataset.input = 'refused';
    }
    isInSight = clear;
  };
  see(false);
  const isPainted = signal(false);
  const seesItself =
    'IntersectionObserverEntry' in window && 'isVisible' in IntersectionObserverEntry.prototype;
  if (seesItself) {
    const options = { threshold: [0.5], trackVisibility: true, delay: 100 };
    const observer = new IntersectionObserver((entries) => {
      const latest = entries.at(-1);
      if (!latest) return;
      isPainted.value = latest.isIntersecting && Reflect.get(latest, 'isVisible') === true;
    }, options);
    observer.observe(document.documentElement);
    // It reports a change when the document is drawn, and one that nothing moves in may not be drawn again
    // after it has come into sight. Observing anew makes it report at once.
    setInterval(() => {
      if (isInSight) return;
      observer.unobserve(document.documentElement);
      observer.observe(document.documentElement);
    }, LOOK_AGAIN_MS);
  }
  watch(!seesItself);
  let heardAt = Number.NEGATIVE_INFINITY;
  const isSilent = () => !seesItself && performance.now() - heardAt > MAX_SILENCE_MS;
  effect(() => {
    const isClear = seen.value?.clear === true;
    if (isSilent()) see(false);
    heardAt = performance.now();
    see(isClear && (isPainted.value || !seesItself));
  });
  let height = window.innerHeight;
  window.addEventListener('resize', () => {
    if (isInSight && !(isOwnWidth() && window.innerHeight === height)) begin();
    height = window.innerHeight;
  });

  // A page may move a window that it has opened, under a pointer that is about to be pressed.
  let place = '';
  const followWindow = () => {
    const { screenX, screenY } = window;
    const now = `${screenX} ${screenY}`;
    if (isInSight && place !== now && place !== '') begin();
    place = now;
  };
  setInterval(followWindow, WINDOW_MS);

  const filterInput = (event: Event) => {
    followWindow();
    if (dataset.input === 'taken' && !isSilent()) return;
    if (event instanceof KeyboardEvent && HARMLESS_KEYS.includes(keyOf(event))) return;
    event.stopImmediatePropagation();
    if (event instanceof KeyboardEvent && isForBrowser(event)) return;
    event.preventDefault();
    onRefused();
  };
  for (const type of GUARDED) window.addEventListener(type, filterInput, { capture: true });
}
