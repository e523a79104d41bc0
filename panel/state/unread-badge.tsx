import type { Unread } from '../../protocol/meeting';
import { unreadLabel } from '../../protocol/unread';
import { STRINGS } from '../../strings/panel';

/** Custom chats count no further. */
const MAX_COUNTED = 999;

/** How much is unread, behind the name of what it is unread in. Without any, it is empty. */
export const UnreadBadge = ({ unread = 0 }: { unread: Unread | undefined }) => (
  <CountBadge
    count={unread}
    says={unread === 'some' || unread > MAX_COUNTED ? STRINGS.someUnread : STRINGS.unread(unread)}
  />
);

/** A count behind a name. Each number has the same room, which is kept while there is nothing to count. */
export function CountBadge({ count, says }: { count: Unread; says: string }) {
  const label = unreadLabel(count);
  return (
    // A number takes the place of the one before, and does not move in it.
    <span
      key={label}
      class={label[2] ? 'count many' : 'count'}
      {...(label && { role: 'img', 'aria-label': says })}
    >
      {label}
    </span>
  );
}
