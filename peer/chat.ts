import type { ChatEntry, Meeting } from '../protocol/meeting';
import type { HostMessage, PluginMessage } from '../protocol/messages';
import { unreadOf } from '../protocol/unread';

/** More of a conversation than this is not kept: the oldest go. */
const MOST = 500;

type Said = Extract<PluginMessage, { name: 'message' | 'message-error' }>;

/** What was said in each meeting's own chat, for as long as the page lives. */
export interface Conversations {
  /** Keeps something that was said as the last entry. */
  keep(meeting: Meeting, said: Said): void;
  /** The last entries, oldest first. */
  of(meeting: Meeting): readonly ChatEntry[];
}

export function createConversations(): Conversations {
  const logs: Record<string, ChatEntry[]> = {};
  const of = ({ id }: Meeting): ChatEntry[] => logs[id] ?? [];
  return {
    of,
    keep(meeting, said) {
      logs[meeting.id] = [...of(meeting), { at: Date.now(), ...said }].slice(-MOST);
    },
  };
}

/** Somebody has written: unread, unless it was the user, or the chat is on screen. */
export const hearSaid = (meeting: Meeting, said: Said): { meeting: Meeting; say: HostMessage[] } => {
  const isNews = said.name === 'message' && !said.own && !meeting.seen;
  return withUnread({ ...meeting, said: meeting.said + 1 }, { unread: meeting.unread + (isNews ? 1 : 0) });
};

/** What is unread has changed. The badge follows; one that the user has lit by hand stays until they put it out. */
export function withUnread(
  meeting: Meeting,
  change: Partial<Pick<Meeting, 'unread' | 'otherUnread' | 'seen'>>,
): { meeting: Meeting; say: HostMessage[] } {
  const next = { ...meeting, ...change };
  const unread = unreadOf(next);
  if (unread === unreadOf(meeting)) return { meeting: next, say: [] };
  next.badge = unread !== 0;
  return { meeting: next, say: [badgeState(next)] };
}

/** The badge, and how much is behind it where that is known. */
export function badgeState(meeting: Meeting): HostMessage {
  const unread = unreadOf(meeting);
  const count = unread === 'some' || unread === 0 || !meeting.badge ? undefined : unread;
  return { name: 'toggle-chat-badge', visible: meeting.badge, ...(count && { count }) };
}
