import { keyOf } from './key-of';

/** Long enough to see that a button now does something else. */
const READ_MS = 1_000;

/** How far a hand that rests on the mouse moves it. */
const TREMOR_PX = 3;

/** A tab says the same whatever stands behind its label. */
const BUTTON = 'button:not([role])';

/** When a button began to do something else, or may have moved, and after which move of the pointer. */
type Change = { at: number; move: number; wasFocused: boolean };

/** What a pointer is on, and what that does. */
type Aim = { button: Element | null; meaning: string };

/**
 * Lets no press through that was meant for something else: on a button that has taken another’s place, or now
 * does something else, within the last second, by a pointer or a key that was there already; and by the later
 * clicks of a double click, on anything but what the first has pressed. *Hang up* becomes *Dial again* by
 * itself, under a pointer that is about to press it. A finger tells of itself only as it presses: for it, the
 * second is over or not.
 */
export function holdChangedButtons(root: HTMLElement, signal: AbortSignal): void {
  const changes = new WeakMap<Element, Change>();
  let rest = { clientX: Number.NaN, clientY: Number.NaN };
  let move = 0;
  let unseen: Element | null = null;
  /** What the pointer was on when it last moved. */
  let aimed: Aim | undefined;
  let first: (Aim & { move: number }) | undefined;

  const mark = (button: Element, wasFocused: boolean) =>
    changes.set(button, { at: Date.now(), move, wasFocused });
  const changeOf = (button: Element): Change | undefined => {
    const change = changes.get(button);
    return change && Date.now() - change.at < READ_MS ? change : undefined;
  };

  const observer = new MutationObserver((records) => {
    for (const { type, target, oldValue, addedNodes, removedNodes, nextSibling } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      if (type !== 'childList') {
        const button = element?.closest(BUTTON);
        const now = target instanceof Element ? target.getAttribute('aria-label') : target.nodeValue;
        // What comes with a name had none, and did the same.
        if (button && oldValue !== null && meaningOf(oldValue) !== meaningOf(now))
          mark(button, button === document.activeElement);
      } else if ([...removedNodes].some(isButton) || (nextSibling && [...addedNodes].some(isButton))) {
        // Those beside it may have moved, or have come in its place: to a key, they do the same.
        for (const child of element?.children ?? []) if (isButton(child)) mark(child, false);
      }
    }
  });
  observer.observe(root, {
    subtree: true,
    childList: true,
    characterDataOldValue: true,
    attributeFilter: ['aria-label'],
    attributeOldValue: true,
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  const follow = (event: PointerEvent) => {
    // A browser that is busy tells of several moves at once.
    for (const each of [...(event.getCoalescedEvents?.() ?? []), event]) {
      if (Math.hypot(each.clientX - rest.clientX, each.clientY - rest.clientY) <= TREMOR_PX) continue;
      rest = each;
      move += 1;
      aimed = aimOf(event);
    }
  };
  const recordUnseen = (event: PointerEvent) => {
    const button = buttonOf(event);
    unseen = button && getComputedStyle(button).opacity === '0' ? button : null;
  };
  const scroll = () => {
    move += 1;
  };
  const onClick = (event: MouseEvent) => {
    // A key or a script has pressed.
    if (event.detail === 0) return;
    const aim = aimOf(event);
    if (event.detail === 1) first = { ...aim, move };
    if (!aim.button) return;
    const change = changeOf(aim.button);
    const isAnother = change?.move === move && !isSame(aim, aimed);
    const isEarlyTouch = change && Reflect.get(event, 'pointerType') === 'touch';
    // To a browser, two clicks in one place are a pair even if something was scrolled or aimed at in between.
    const isPair = event.detail > 1 && first?.move === move;
    if (aim.button === unseen || isAnother || isEarlyTouch || (isPair && !isSame(aim, first))) refuse(event);
  };
  const onKey = (event: KeyboardEvent) => {
    if (!['Enter', ' '].includes(keyOf(event))) return;
    const button = buttonOf(event);
    if (button && changeOf(button)?.wasFocused) refuse(event);
  };
  const options = { signal, capture: true };
  root.addEventListener('pointermove', follow, options);
  root.addEventListener('pointerdown', recordUnseen, options);
  root.addEventListener('wheel', scroll, { ...options, passive: true });
  root.addEventListener('click', onClick, options);
  root.addEventListener('keydown', onKey, options);
  // A browser may press with the space bar as it comes up.
  root.addEventListener('keyup', onKey, options);
}

const isButton = (node: Node): boolean => node instanceof Element && node.matches(BUTTON);

const buttonOf = ({ target }: Event): Element | null =>
  target instanceof Element ? target.closest(BUTTON) : null;

function aimOf(event: Event): Aim {
  const button = buttonOf(event);
  return { button, meaning: meaningOf(button?.textContent) };
}

const isSame = ({ button, meaning }: Aim, other: Aim | undefined): boolean =>
  button === other?.button && meaning === other.meaning;

/** A text without its numbers: what counts something does the same at every count. */
const meaningOf = (text: string | null | undefined): string => (text ?? '').replace(/\p{N}+/gu, '');

function refuse(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
