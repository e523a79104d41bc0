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
      return onPressed(seen, 'chat', message.active);
    case 'message':
    case 'message-error':
      return onChatMessage(seen, message);
    case 'ready': {
      const { version, features = [], conferenceAlias: alias = before.alias } = message;
      const ready: Ready = { name: 'ready', announced: true, inMeeting: false, version, features };
      const { meeting } = onCallMessage({ ...before, alias, plugin: ready }, message, now);
      // A plugin that has just loaded shows its defaults: the state is sent to it.
      return { meeting, messages: statesOf(meeting) };
    }
    case 'connected': {
      const alias = message.conferenceAlias ?? before.alias;
      return onCallMessage({ ...inMeeting, alias }, message, now);
    }
    case 'toggle-participants':
      return onPressed(seen, 'participants', message.active);
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

/** What each button of the meeting opens, as the state has it. */
export type Opened = 'chat' | 'participants';

/**
 * A button was pressed. It closes only what is on screen: otherwise the panel is to bring that to the front,
 * and from here on it is taken to have done so.
 */
function onPressed(meeting: Meeting, opened: Opened, active: boolean): ReducerResult {
  const isOn = active || !(meeting.front || opened).startsWith(opened);
  return onOpened({ ...meeting, front: opened }, opened, isOn);
}

/** The user wants the chat, or the people, or no longer. */
export function onOpened(before: Meeting, opened: Opened, active: boolean): ReducerResult {
  const meeting = { ...before, [opened]: active };
  return { meeting, messages: [stateOf(meeting, opened)] };
}

const stateOf = (meeting: Meeting, opened: Opened): HostMessage => ({
  name: opened === 'chat' ? 'toggle-chat-button-state' : 'participants-state',
  active: meeting[opened],
});

/**
 * The messages that carry the whole state of the buttons: active or not, and the badge. The participants
 * button appears with the first message about it.
 */
export const statesOf = (meeting: Meeting): HostMessage[] => [
  stateOf(meeting, 'chat'),
  badgeState(meeting),
  ...(hasFeature(meeting, 'participants') ? [stateOf(meeting, 'participants')] : []),
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
