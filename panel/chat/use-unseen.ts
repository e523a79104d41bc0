import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PanelStore } from '../state/store';
import type { ChatStore } from './chat-store';

/** This near to the end of what scrolls counts as being there, in pixels. */
const NEAR_PX = 24;

/** What of the chat has not been on screen. */
export type Unseen = {
  /** The entry before which the line *New* stands; none if all has been read. */
  firstNew: number | undefined;
  /** How many have come while somebody reads further up. */
  below: number;
  /** Follows the scrolling. */
  onScroll(): void;
  toEnd(): void;
};

/**
 * Keeps the latest entries in sight, unless somebody has scrolled away from them to read. What comes then,
 * and what came while the chat was not on screen, is told apart, and counts as read only once it is on
 * screen.
 */
export function useUnseen(
  log: { readonly current: HTMLElement | null },
  chat: ChatStore,
  store: PanelStore,
  isSeen: ReadonlySignal<boolean>,
): Unseen {
  const entries = chat.entries.value;
  const pending = chat.pending.value;
  const isAtEnd = useRef(true);
  const [readTo, setReadTo] = useState<number>();
  const [onScreen, setOnScreen] = useState(entries.length);
  const isShown = isSeen.value;
  useLayoutEffect(() => {
    if (!isShown) return;
    const { messageCount = 0, unread = 0 } = store.meeting.peek() ?? {};
    setReadTo(unread > 0 ? messageCount - unread : undefined);
  }, [isShown]);
  const settle = () => {
    if (!isAtEnd.current) {
      // What comes below is new from here on.
      if (entries.length > onScreen)
        setReadTo((before) => before ?? chat.count.peek() - (entries.length - onScreen));
      return;
    }
    log.current?.scrollTo({ top: log.current.scrollHeight });
    setOnScreen(entries.length);
  };
  // Also when it is shown again: what is hidden cannot scroll.
  useLayoutEffect(settle, [entries, isShown]);
  useLayoutEffect(() => {
    // The user's own messages are scrolled to when they are sent.
    if (pending.length > 0) isAtEnd.current = true;
    settle();
  }, [pending.length]);
  useEffect(() => {
    if (isAtEnd.current) chat.onPainted(entries);
  }, [entries, onScreen]);
  const firstNew = readTo === undefined ? -1 : entries.length - (chat.count.value - readTo);
  return {
    firstNew: firstNew > 0 && firstNew < entries.length ? firstNew : undefined,
    below: Math.max(0, entries.length - onScreen),
    onScroll() {
      const { scrollTop = 0, clientHeight = 0, scrollHeight = 0 } = log.current ?? {};
      isAtEnd.current = scrollTop + clientHeight >= scrollHeight - NEAR_PX;
      if (isAtEnd.current) setOnScreen(entries.length);
    },
    toEnd() {
      isAtEnd.current = true;
      settle();
    },
  };
}
