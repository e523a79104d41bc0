import { hasFeature } from '../protocol/calls';
import type { ChatEntry, Meeting, PluginStatus } from '../protocol/meeting';
import type { HostMessage, PluginMessage } from '../protocol/messages';
import { unreadOf } from '../protocol/unread';
import { onCallMessage } from './calls';
import { onActionError } from './person-actions';
import { type ReducerResult, unchanged } from './reducer-result';

/**
 * Applies a message of the plugin, received at `now`, to its meeting. A pure function: the state is the
 * replay of the accepted messages.
 */
export function onPluginMessage(before: Meeting, message: PluginMessage, now: number): ReducerResult {
  // Any message proves that the plugin is there, even if the peer missed its `ready`.
  const plugin: Ready =
    before.plugin.name === 'ready' ? before.plugin : { name: 'ready', inMeeting: false, features: [] };
  const seen = { ...before, plugin };
  const inMeeting = { ...before, plugin: { ...plugin, inMeeting: true } };
  switch (message.name) {
    case 'toggle-chat':
      return onChatSet(seen, message.active);
    case 'message':
    case 'message-error':
      return onChatMessage(seen, message);
    case 'ready': {
      const { version, features = [], conferenceAlias: alias = before.alias } = message;
      const ready: Ready = { name: 'ready', announced: true, inMeeting: false, version, features };
      const { meeting } = onCallMessage({ ...before, alias, plugin: ready }, message, now);
      // A plugin that has just loaded shows its defaults; the top window knows better.
      return { meeting, messages: statesOf(meeting) };
    }
    case 'connected': {
      const alias = message.conferenceAlias ?? before.alias;
      return onCallMessage({ ...inMeeting, alias }, message, now);
    }
    case 'toggle-participants':
      return onParticipantsSet(seen, message.active);
    case 'self':
      return unchanged({ ...inMeeting, self: message });
    case 'conference':
      return unchanged({ ...seen, conference: message });
    case 'roster':
      return unchanged(inMeeting);
    case 'action-error':
      return onActionError(seen, message);
    case 'disconnected':
      return onCallMessage({ ...before, plugin: { ...plugin, inMeeting: false } }, message, now);
    default:
      return onCallMessage(seen, message, now);
  }
}

type Ready = Extract<PluginStatus, { name: 'ready' }>;

/** The user wants the chat on or off. */
export function onChatSet(before: Meeting, active: boolean): ReducerResult {
  const meeting = { ...before, chat: active };
  return { meeting, messages: [buttonState(meeting)] };
}

/** The user wants to see the people, or no longer. */
export function onParticipantsSet(before: Meeting, active: boolean): ReducerResult {
  const meeting = { ...before, participants: active };
  return { meeting, messages: [participantsState(meeting)] };
}

const participantsState = ({ participants: active }: Meeting): HostMessage => ({
  name: 'participants-state',
  active,
});

const buttonState = (meeting: Meeting): HostMessage => ({
  name: 'toggle-chat-button-state',
  active: meeting.chat,
});

/**
 * The messages that carry the whole state of the buttons: active or not, and the badge. The participants
 * button appears with the first message about it.
 */
export const statesOf = (meeting: Meeting): HostMessage[] => [
  buttonState(meeting),
  badgeState(meeting),
  ...(hasFeature(meeting, 'participants') ? [participantsState(meeting)] : []),
];

/** More entries of a chat than this are not kept: the oldest are removed. */
const MAX_ENTRIES = 500;

type ChatMessage = Extract<PluginMessage, { name: 'message' | 'message-error' }>;

/** Returns the entries of a meeting's own chat with one more at the end. */
export const withEntry = (log: readonly ChatEntry[], message: ChatMessage): readonly ChatEntry[] =>
  [...log, { at: Date.now(), ...message }].slice(-MAX_ENTRIES);

/** Whether an entry of a chat is a message of somebody else. */
export const isFromOthers = (entry: ChatMessage): boolean => entry.name === 'message' && !entry.own;

/** Counts a chat message. It is unread, unless the user wrote it or the chat is on screen. */
export const onChatMessage = (meeting: Meeting, message: ChatMessage): ReducerResult => {
  const isUnread = isFromOthers(message) && !meeting.chatVisible;
  const counted = { ...meeting, messageCount: meeting.messageCount + 1 };
  return withUnread(counted, { unread: meeting.unread + (isUnread ? 1 : 0) });
};

/**
 * Changes what is unread. The badge follows; a badge that the user turned on by hand stays until they turn it
 * off.
 */
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
  const { badge: visible } = meeting;
  // Not a number where a chat says no more than *some*.
  const count = Number(unreadOf(meeting));
  return { name: 'toggle-chat-badge', visible, ...(visible && count > 0 && { count }) };
}
