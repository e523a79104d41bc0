import type { Unread } from '../../../protocol/meeting';
import { readGeneric } from './generic';
import { readRocketChat } from './rocket-chat';
import { createRoomsReader } from './rocket-chat-rooms';
import { readTitle } from './title';

/** Reads what is unread out of a message, or out of another one that the chat says: then nothing. */
type UnreadReader = (event: MessageEvent<unknown>, frame: HTMLIFrameElement) => Unread | undefined;

/**
 * Reads what a framed chat says of its unread messages. Only its own window at its own origin counts. Many
 * say the same in several ways: the best one that was heard so far counts alone, so that no two contradict
 * each other.
 */
export function createUnreadReader(expected: string): UnreadReader {
  const adapters = [readGeneric, readRocketChat, createRoomsReader(), readTitle];
  let best = adapters.length;
  return ({ source, origin, data }, frame) => {
    if (source === null || source !== frame.contentWindow || origin !== expected) return undefined;
    for (const [rank, read] of adapters.entries()) {
      const unread = read(data);
      if (unread === undefined) continue;
      if (rank > best) return undefined;
      best = rank;
      return unread;
    }
    return undefined;
  };
}
