import { effect, type ReadonlySignal } from '@preact/signals';

/** Takes the focus from the page, if the user has pressed the meeting’s own button there. */
export type TakeFocus = (onTaken: () => void) => void;

/**
 * Leads the focus to a chat each time it comes to the front, by `toChat`: from the page if the meeting's own
 * button brought it, from its tab if a pointer did. Somebody who is elsewhere in the panel, or goes through
 * the tabs by keyboard, stays there. Returns what ends it.
 */
export const leadFocus = (
  isSeen: ReadonlySignal<boolean>,
  takeFocus: TakeFocus,
  toChat: () => void,
): (() => void) =>
  effect(() => {
    if (!isSeen.value) return;
    if (!document.hasFocus()) takeFocus(toChat);
    else if (document.activeElement?.matches('body, #tab-chat:not(:focus-visible)')) toChat();
  });
