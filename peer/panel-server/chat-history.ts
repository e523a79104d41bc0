import type { ChatEntry, Meeting } from '../../protocol/meeting';
import type { PeerMessages } from '../../protocol/panel';

/** Returns the chat entries of a meeting after the first `after`, as far as they are still kept. */
export function entriesSince(kept: readonly ChatEntry[], meeting: Meeting, after: number): PeerMessages {
  const { id, messageCount } = meeting;
  const entries = kept.slice(Math.max(0, kept.length - messageCount + after));
  return { type: 'messages', meeting: id, from: messageCount - entries.length, entries };
}
