/**
 * Lets no click and no key through to the dock while it is not plainly on screen: covered, transparent, moved
 * or uncovered within the last half second. A page that frames what it cannot read may still try to have it
 * clicked.
 *
 * Chromium says itself whether an element is seen, across frames, by what is painted (Intersection Observer
 * v2: nothing over it, no opacity, filter or transform). Elsewhere the peer looks at the page's top layer.
 * Its size on screen no browser tells the dock: the peer looks at that everywhere.
 *
 * Nor does any tell of other windows. One that lies over the dock and closes at the first click of a double
 * click leaves the second one to the dock, so the peer also tells whether its window is in front.
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
  'submit',
  'drop',
  'paste',
] as const;
/** What moves the focus or gives it back does nothing by itself. */
const HARMLESS_KEYS = ['Tab', 'Escape', 'Shift'];

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
  const tell = () => {
    // A click from another window into a field is how people paste what they have copied there.
    dataset.input = !sight.isSettled ? 'refused' : front.isSettled ? 'taken' : 'typing';
  };
  const sight = createSettled(tell);
  const front = createSettled(tell);
  tell();
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
    // It tells of a change when the document is drawn, and one that nothing moves in may not be drawn again
    // after it has come into sight. To observe anew is to be told at once.
    setInterval(() => {
      if (sight.holds) return;
      observer.unobserve(document.documentElement);
      observer.observe(document.documentElement);
    }, LOOK_AGAIN_MS);
  }
  watch(!seesItself);
  let heardAt = Number.NEGATIVE_INFINITY;
  const isSilent = () => !seesItself && performance.now() - heardAt > MAX_SILENCE_MS;
  effect(() => {
    const isClear = seen.value?.clear === true;
    const isFront = seen.value?.front === true;
    if (isSilent()) {
      sight.see(false);
      front.see(false);
    }
    heardAt = performance.now();
    front.see(isFront);
    sight.see(isClear && (isPainted.value || !seesItself));
  });
  let height = window.innerHeight;
  window.addEventListener('resize', () => {
    if (sight.holds && !(isOwnWidth() && window.innerHeight === height)) sight.restart();
    height = window.innerHeight;
  });

  const judge = (event: Event) => {
    const isTaken = dataset.input === 'taken' || (dataset.input === 'typing' && isInField(event));
    if (isTaken && !isSilent()) return;
    if (event instanceof KeyboardEvent && HARMLESS_KEYS.includes(keyOf(event))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onRefused();
  };
  for (const type of GUARDED) window.addEventListener(type, judge, { capture: true });
}

/** Whether an event happens to a field for text, where it begins nothing. */
const isInField = ({ target }: Event): boolean =>
  target instanceof Element && target.matches('input:not([type=checkbox], [type=radio]), textarea');

/** Creates what knows whether something has held without a break for long enough. */
function createSettled(onChange: () => void) {
  let settling: ReturnType<typeof setTimeout> | undefined;
  let holds = false;
  let isSettled = false;
  const settle = (settled: boolean) => {
    clearTimeout(settling);
    isSettled = settled;
    onChange();
  };
  const restart = () => {
    settle(false);
    settling = setTimeout(settle, SETTLED_MS, true);
  };
  return {
    get holds() {
      return holds;
    },
    get isSettled() {
      return isSettled;
    },
    restart,
    see(now: boolean) {
      if (now && !holds) restart();
      if (!now) settle(false);
      holds = now;
    },
  };
}
