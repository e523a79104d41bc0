import type { Unread } from '../../../protocol/meeting';
import { readGeneric } from './generic';
import { readRocketChat } from './rocket-chat';

const ADAPTERS = [readRocketChat, readGeneric];

/** What a framed chat says of its unread messages. Only its own window at its own origin counts. */
export function readUnread(
  { source, origin, data }: MessageEvent<unknown>,
  frame: HTMLIFrameElement,
  expected: string,
): Unread | undefined {
  if (source === null || source !== frame.contentWindow || origin !== expected) return undefined;
  for (const read of ADAPTERS) {
    const unread = read(data);
    if (unread !== undefined) return unread;
  }
  return undefined;
}
