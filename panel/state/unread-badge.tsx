import type { Unread } from '../../protocol/meeting';
import { unreadLabel } from '../../protocol/unread';
import { STRINGS } from '../../strings/panel';

/** Custom chats count no further. */
const MAX_COUNTED = 999;

/** How much is unread, behind the name of what it is unread in. Without any, it is empty. */
export function UnreadBadge({ unread = 0 }: { unread: Unread | undefined }) {
  const isCounted = unread !== 'some' && unread <= MAX_COUNTED;
  return <CountBadge count={unread} says={isCounted ? STRINGS.unread(unread) : STRINGS.someUnread} />;
}

/** A count behind a name. Each number has the same room, which is kept while there is nothing to count. */
export function CountBadge({ count, says }: { count: Unread; says: string }) {
  const label = unreadLabel(count);
  if (label === '') return <span class="count" />;
  return (
    // A number takes the place of the one before, and does not move in it.
    <span key={label} class={label.length > 2 ? 'count many' : 'count'} role="img" aria-label={says}>
      {label}
    </span>
  );
}
