import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PanelStore } from '../state/store';
import type { ChatStore } from './chat-store';

/** This near to the end of what scrolls counts as being there, in pixels. */
const NEAR_PX = 24;

/** What of the chat has not been on screen. */
type Unseen = {
  /** The entry before which the line *New* stands; none if all has been read. */
  firstNew: number | undefined;
  /** How many have come while somebody reads further up. */
  below: number;
  /** Follows the scrolling. */
  onScroll(): void;
  toEnd(): void;
};

/**
 * Keeps the latest entries in sight, unless somebody has scrolled away from them to read, or more is unread
 * than fits: then the first of it is. What came while the chat was not on screen, or comes below what is, is
 * told apart, and counts as read only once it is on screen.
 */
export function useUnseen(
  log: { readonly current: HTMLElement | null },
  chat: ChatStore,
  store: PanelStore,
  isSeen: ReadonlySignal<boolean>,
): Unseen {
  const entries = chat.entries.value;
  const count = chat.count.value;
  const pending = chat.pending.value;
  const isAtEnd = useRef(true);
  const [readTo, setReadTo] = useState<number>();
  const [onScreen, setOnScreen] = useState(0);
  /** Whether all that has come has been on screen. */
  const isRead = useRef(true);
  /** What is unread when the chat is shown, until that has been brought on screen. */
  const awaited = useRef<number | undefined>(undefined);
  const isShown = isSeen.value;
  useLayoutEffect(() => {
    if (!isShown) return;
    const { messageCount = 0, unread = 0 } = store.meeting.peek() ?? {};
    awaited.current = unread > 0 ? messageCount - unread : undefined;
    setReadTo(awaited.current);
  }, [isShown]);
  const firstNew = readTo === undefined ? -1 : entries.length - (count - readTo);
  const settle = () => {
    // What is hidden cannot scroll, and nothing of it is on screen.
    if (!isShown) return;
    const element = log.current;
    if (element && awaited.current !== undefined) {
      const isThere = awaited.current === readTo && count > readTo && entries.length > 0;
      if (!isThere) return;
      awaited.current = undefined;
      isAtEnd.current = showFrom(element, Math.max(0, firstNew));
      if (!isAtEnd.current) {
        isRead.current = false;
        setOnScreen(shownOf(element, entries.length));
      }
    }
    if (!isAtEnd.current) {
      // What comes below is new from here on, if all before it has been read.
      if (entries.length > onScreen) {
        const from = chat.count.peek() - (entries.length - onScreen);
        const isNext = isRead.current;
        isRead.current = false;
        setReadTo((before) => (isNext || before === undefined ? from : before));
      }
      return;
    }
    element?.scrollTo({ top: element.scrollHeight });
    isRead.current = true;
    setOnScreen(entries.length);
  };
  useLayoutEffect(settle, [entries, isShown, readTo]);
  useLayoutEffect(() => {
    // The user's own messages are scrolled to when they are sent.
    if (pending.length > 0) isAtEnd.current = true;
    settle();
  }, [pending.length]);
  useEffect(() => {
    if (!isShown || awaited.current !== undefined) return;
    chat.onPainted(entries, isAtEnd.current ? entries.length : onScreen);
  }, [entries, onScreen, isShown]);
  return {
    firstNew: firstNew > 0 && firstNew < entries.length ? firstNew : undefined,
    below: Math.max(0, entries.length - onScreen),
    onScroll() {
      const element = log.current;
      if (!element) return;
      isAtEnd.current = element.scrollTop + element.clientHeight >= element.scrollHeight - NEAR_PX;
      const shown = isAtEnd.current ? entries.length : shownOf(element, entries.length);
      if (shown === entries.length) isRead.current = true;
      setOnScreen((before) => Math.max(before, shown));
    },
    toEnd() {
      isAtEnd.current = true;
      // The button that was pressed goes.
      log.current?.focus({ preventScroll: true });
      settle();
    },
  };
}

const itemsOf = (log: HTMLElement) => [...log.querySelectorAll<HTMLElement>('.said')];

/**
 * Scrolls an entry to the top, with the line before it, unless it and all that follow fit in. Returns whether
 * they do.
 */
function showFrom(log: HTMLElement, at: number): boolean {
  const items = itemsOf(log);
  const [entry, last] = [items[at], items.at(-1)];
  if (!entry || !last) return true;
  const before = entry.previousElementSibling;
  const { top } = (before?.matches('.new-line') ? before : entry).getBoundingClientRect();
  if (last.getBoundingClientRect().bottom - top <= log.clientHeight) return true;
  log.scrollTop += top - log.getBoundingClientRect().top;
  return false;
}

/** How many of the first `count` entries stand above the lower edge. */
function shownOf(log: HTMLElement, count: number): number {
  const { bottom } = log.getBoundingClientRect();
  const below = itemsOf(log)
    .slice(0, count)
    .findIndex((item) => item.getBoundingClientRect().bottom > bottom + 1);
  return below < 0 ? count : below;
}
