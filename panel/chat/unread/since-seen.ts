import type { Unread } from '../../../protocol/meeting';

/** What has come since a chat was last on screen. */
interface SinceSeen {
  /** The chat says what is unread in it. */
  count(unread: Unread): Unread;
  /** It comes on screen, or goes away. */
  show(shown: boolean): Unread;
}

/**
 * What is on screen has been seen, whatever the chat itself makes of that: browsers do not tell a frame that
 * it was put away, and most chats take as read only what somebody clicked into. The badge shows what came
 * since.
 */
export function createSinceSeen(): SinceSeen {
  let latest: Unread = 0;
  let seen: Unread = 0;
  let isShown = false;
  const rest = (): Unread => {
    // What was read in the chat itself counts again once it comes again.
    const isLess = typeof latest === 'number' && (typeof seen === 'number' ? latest < seen : latest === 0);
    if (isShown || isLess) seen = latest;
    if (latest === seen) return 0;
    return latest === 'some' || seen === 'some' ? latest : latest - seen;
  };
  return {
    count(unread) {
      latest = unread;
      return rest();
    },
    show(shown) {
      isShown = shown;
      return rest();
    },
  };
}
