import type { ChatEntry, Meeting } from '../protocol/meeting';
import type { HostMessage, PluginMessage } from '../protocol/messages';
import { unreadOf } from '../protocol/unread';
import type { ReducerResult } from './reducer-result';

/** More entries of a chat than this are not kept: the oldest are removed. */
const MAX_ENTRIES = 500;

type ChatMessage = Extract<PluginMessage, { name: 'message' | 'message-error' }>;

/** Returns the entries of a meeting's own chat with one more at the end. */
export const withEntry = (log: readonly ChatEntry[], message: ChatMessage): readonly ChatEntry[] =>
  [...log, { at: Date.now(), ...message }].slice(-MAX_ENTRIES);

/** Counts a chat message. It is unread, unless the user wrote it or the chat is on screen. */
export const onChatMessage = (meeting: Meeting, message: ChatMessage): ReducerResult => {
  const isUnread = message.name === 'message' && !message.own && !meeting.chatVisible;
  const counted = { ...meeting, messageCount: meeting.messageCount + 1 };
  return withUnread(counted, { unread: meeting.unread + (isUnread ? 1 : 0) });
};

/** Changes what is unread. The badge follows; a badge that the user turned on by hand stays until they turn it off. */
export function withUnread(
  meeting: Meeting,
  change: Partial<Pick<Meeting, 'unread' | 'externalUnread' | 'chatVisible'>>,
): ReducerResult {
  const next = { ...meeting, ...change };
  const unread = unreadOf(next);
  if (unread === unreadOf(meeting)) return { meeting: next, messages: [] };
  next.badge = unread !== 0;
  return { meeting: next, messages: [badgeState(next)] };
}

/** The message that sets the badge, with the number of unread messages if it is known. */
export function badgeState(meeting: Meeting): HostMessage {
  const unread = unreadOf(meeting);
  const isCounted = meeting.badge && typeof unread === 'number' && unread > 0;
  return { name: 'toggle-chat-badge', visible: meeting.badge, ...(isCounted && { count: unread }) };
}
