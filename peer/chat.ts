import type { ChatEntry, Meeting } from '../protocol/meeting';
import type { HostMessage, PluginMessage } from '../protocol/messages';
import { unreadOf } from '../protocol/unread';
import type { ReducerResult } from './reducer-result';

/** More of a conversation than this is not kept: the oldest go. */
const MOST = 500;

type Said = Extract<PluginMessage, { name: 'message' | 'message-error' }>;

/** What was said in a meeting's own chat, with something more as its last entry. */
export const withEntry = (log: readonly ChatEntry[], said: Said): readonly ChatEntry[] =>
  [...log, { at: Date.now(), ...said }].slice(-MOST);

/** Somebody has written: unread, unless it was the user, or the chat is on screen. */
export const hearSaid = (meeting: Meeting, said: Said): ReducerResult => {
  const isNews = said.name === 'message' && !said.own && !meeting.seen;
  return withUnread({ ...meeting, said: meeting.said + 1 }, { unread: meeting.unread + (isNews ? 1 : 0) });
};

/** What is unread has changed. The badge follows; one that the user has lit by hand stays until they put it out. */
export function withUnread(
  meeting: Meeting,
  change: Partial<Pick<Meeting, 'unread' | 'otherUnread' | 'seen'>>,
): ReducerResult {
  const next = { ...meeting, ...change };
  const unread = unreadOf(next);
  if (unread === unreadOf(meeting)) return { meeting: next, messages: [] };
  next.badge = unread !== 0;
  return { meeting: next, messages: [badgeState(next)] };
}

/** The badge, and how much is behind it where that is known. */
export function badgeState(meeting: Meeting): HostMessage {
  const unread = unreadOf(meeting);
  const isCounted = meeting.badge && typeof unread === 'number' && unread > 0;
  return { name: 'toggle-chat-badge', visible: meeting.badge, ...(isCounted && { count: unread }) };
}
