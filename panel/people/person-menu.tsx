import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keyOf } from '../ui/key-of';
import { Icon } from './icons';

/** One thing that can be done: what stands on the button, and what it is called. */
type PersonMenuItem<Key extends string> = { key: Key; label: string; name: string };

type Props<Key extends string> = {
  /** Names the menu in the document. */
  id: string;
  label: string;
  items: readonly PersonMenuItem<Key>[];
  onPick(key: Key): void;
  /** Whether the menu is open: the order of the rows stays as long. */
  onOpen?(isOpen: boolean): void;
};

const GAP = 4;

/** What is wanted less often, behind one quiet button. Arrow keys move, Escape closes. */
export function PersonMenu<Key extends string>({ id, label, items, onPick, onOpen }: Props<Key>) {
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  // Nothing in an open menu moves under the pointer, or takes the focus away by leaving.
  const shown = useRef(items);
  if (!isOpen) shown.current = items;

  // Before anybody can press: the menu would open with nothing in it.
  useLayoutEffect(() => {
    const stop = new AbortController();
    let open = false;
    const onToggle = (event: Event) => {
      open = Reflect.get(event, 'newState') === 'open';
      setOpen(open);
      onOpen?.(open);
    };
    menu.current?.addEventListener('toggle', onToggle, { signal: stop.signal });
    return () => {
      stop.abort();
      // Another one may be open.
      if (open) onOpen?.(false);
    };
  }, []);
  useLayoutEffect(() => {
    const { current: element } = menu;
    const { current: button } = opener;
    if (!isOpen || !element || !button) return;
    const stay = () => position(element, button);
    stay();
    element.querySelector('button')?.focus({ preventScroll: true });
    const stop = new AbortController();
    const options = { signal: stop.signal };
    element.addEventListener('keydown', onKeyDown, options);
    window.addEventListener('scroll', stay, options);
    window.addEventListener('resize', stay, options);
    return () => stop.abort();
  }, [isOpen]);

  return (
    <>
      <button
        ref={opener}
        type="button"
        class="person-more"
        aria-label={label}
        aria-expanded={isOpen}
        popovertarget={id}
      >
        <Icon of="more" />
      </button>
      <div ref={menu} id={id} class="person-menu" popover="auto">
        {isOpen &&
          shown.current.map(({ key, label: text, name }) => (
            <button
              key={key}
              type="button"
              aria-label={name}
              onClick={() => {
                menu.current?.hidePopover();
                onPick(key);
              }}
            >
              {text}
            </button>
          ))}
      </div>
    </>
  );
}

function onKeyDown(event: KeyboardEvent): void {
  const menu = event.currentTarget;
  if (!(menu instanceof HTMLElement)) return;
  const buttons = [...menu.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  const next = to[keyOf(event)];
  if (keyOf(event) !== 'Escape' && next === undefined) return;
  // In the dock, Escape gives the keyboard back to the page: not from in here.
  event.preventDefault();
  if (next === undefined) menu.hidePopover();
  else buttons.at(next % buttons.length)?.focus();
}

/** Below the button, or above where there is no room, within what is seen. */
function position(menu: HTMLElement, opener: HTMLElement): void {
  const { left, right, top, bottom } = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const isRightToLeft = getComputedStyle(opener).direction === 'rtl';
  const x = isRightToLeft ? left : right - width;
  const isBelow = bottom + GAP + height <= window.innerHeight || top < height;
  menu.style.left = `${Math.max(GAP, Math.min(x, window.innerWidth - width - GAP))}px`;
  menu.style.top = `${isBelow ? bottom + GAP : top - GAP - height}px`;
}
