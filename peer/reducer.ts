import type { Meeting } from '../protocol/meeting';
import type { HostMessage, PluginMessage } from '../protocol/messages';
import { badgeState, onChatMessage } from './chat';
import { type ReducerResult, unchanged } from './reducer-result';

/**
 * Applies a message of the plugin to its meeting. A pure function: the state is the replay of the accepted messages.
 * Calls are the business of `panel-server/call-messages.ts`.
 */
export function onPluginMessage(before: Meeting, message: PluginMessage): ReducerResult {
  switch (message.name) {
    case 'ready': {
      const { version, features = [], conferenceAlias: alias = before.alias } = message;
      const plugin: Meeting['plugin'] = { name: 'ready', inMeeting: false, version, features };
      const meeting = { ...before, alias, plugin };
      // A plugin that has just loaded shows its defaults; the top window knows better.
      return { meeting, messages: statesOf(meeting) };
    }
    case 'toggle-chat':
      return onChatSet(withPlugin(before), message.active);
    case 'message':
    case 'message-error':
      return onChatMessage(withPlugin(before), message);
    case 'connected':
      return unchanged({
        ...withPlugin(before, { inMeeting: true }),
        alias: message.conferenceAlias ?? before.alias,
      });
    case 'disconnected':
      return unchanged(withPlugin(before, { inMeeting: false }));
    default:
      return unchanged(withPlugin(before));
  }
}

/** The user wants the chat on or off. */
export function onChatSet(before: Meeting, active: boolean): ReducerResult {
  const meeting = { ...before, chat: active };
  return { meeting, messages: [buttonState(meeting)] };
}

const buttonState = (meeting: Meeting): HostMessage => ({
  name: 'toggle-chat-button-state',
  active: meeting.chat,
});

/** The messages that carry the whole state of the button: active or not, and its badge. */
export const statesOf = (meeting: Meeting): HostMessage[] => [buttonState(meeting), badgeState(meeting)];

/** Any message proves that the plugin is there, even if the peer missed its `ready`. */
const withPlugin = (meeting: Meeting, change?: { inMeeting: boolean }): Meeting => ({
  ...meeting,
  plugin: {
    ...(meeting.plugin.name === 'ready' ? meeting.plugin : { name: 'ready', inMeeting: false, features: [] }),
    ...change,
  },
});
