import type { Unread } from '../../protocol/meeting';
import { unreadLabel } from '../../protocol/unread';
import { STRINGS } from '../../strings/panel';

/** How much is unread, behind the name of what it is unread in. Without any, it is empty. */
export function UnreadBadge({ unread = 0 }: { unread: Unread | undefined }) {
  const label = unreadLabel(unread);
  if (label === '') return <span class="count" />;
  return (
    <span
      // A number takes the place of the one before, and does not move in it.
      key={label}
      class="count"
      role="img"
      aria-label={label === String(unread) ? STRINGS.unread(Number(unread)) : STRINGS.someUnread}
    >
      {label}
    </span>
  );
}
