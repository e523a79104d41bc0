import type { ChatEntry, Meeting } from '../../protocol/meeting';
import type { PeerMessages } from '../../protocol/panel';

/** The entries behind the first `after` of what was said in a meeting, or those of them that are still kept. */
export function entriesSince(kept: readonly ChatEntry[], { id, said }: Meeting, after: number): PeerMessages {
  const entries = kept.slice(Math.max(0, kept.length - said + after));
  return { type: 'messages', meeting: id, from: said - entries.length, entries };
}
