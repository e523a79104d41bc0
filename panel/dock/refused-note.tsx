import type { Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { DOCK_STRINGS } from '../../strings/dock';
import { keyOf } from '../ui/key-of';

/** `closing`: the user has closed it by a click, and it still takes the second click of a double click. */
export type RefusedState = 'shown' | 'closing' | undefined;

/** Tells of a click that was ignored, until it has been read or is closed. It takes no focus by itself. */
export function RefusedNote({ state }: { state: Signal<RefusedState> }) {
  const before = useRef<EventTarget | null>(null);
  if (!state.value) return null;
  const isClosing = state.value === 'closing';
  const close = (isByMouse: boolean) => {
    if (before.current instanceof HTMLElement) before.current.focus();
    state.value = isByMouse ? 'closing' : undefined;
  };
  return (
    <div
      class={isClosing ? 'dock-refused closing' : 'dock-refused'}
      role={isClosing ? undefined : 'alert'}
      aria-hidden={isClosing}
      onAnimationEnd={() => {
        state.value = undefined;
      }}
      onKeyDown={(event) => {
        if (keyOf(event) !== 'Escape') return;
        event.preventDefault();
        close(false);
      }}
    >
      <p>{DOCK_STRINGS.refused}</p>
      <button
        type="button"
        class="small"
        onFocus={({ relatedTarget }) => {
          before.current = relatedTarget;
        }}
        // A key makes a click without a count.
        onClick={({ detail }) => close(detail > 0)}
      >
        {DOCK_STRINGS.closeNote}
      </button>
    </div>
  );
}
