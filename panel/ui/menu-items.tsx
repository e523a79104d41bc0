import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { closeOnLeaving } from './close-on-leaving';

/** Makes what is done when an item is pressed: the menu closes, and its button has the focus. */
type Choose = (act: () => void) => () => void;

/** What an open `MoreMenu` has in it. */
export function MenuItems({ children }: { children: (choose: Choose) => ComponentChildren }) {
  const items = useRef<HTMLDivElement>(null);
  useEffect(() => closeOnLeaving(items.current), []);
  const choose: Choose = (act) => () => {
    const menu = items.current?.closest('details');
    menu?.querySelector('summary')?.focus();
    menu?.removeAttribute('open');
    act();
  };
  return (
    <div class="more-items" ref={items}>
      {children(choose)}
    </div>
  );
}
