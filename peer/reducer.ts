import type { Meeting } from '../protocol/meeting';
import type { HostMessage, PluginMessage } from '../protocol/messages';
import { badgeState, hearSaid } from './chat';

/** What follows from one event: the meeting as it is now, and what the plugin is to be told. */
export type Step = { meeting: Meeting; say: readonly HostMessage[] };

/**
 * The plugin has said something. A pure function: the state is the replay of what was accepted. What follows from it
 * for the calls is in `desk/call-messages.ts`: until there is a desk, nobody has called.
 */
export function onPluginMessage(before: Meeting, message: PluginMessage): Step {
  switch (message.name) {
    case 'ready': {
      const { version, features = [], conferenceAlias: alias = before.alias } = message;
      const plugin: Meeting['plugin'] = { name: 'ready', inMeeting: false, version, features };
      const meeting = { ...before, alias, plugin };
      // A plugin that has just loaded shows its defaults; the top window knows better.
      return { meeting, say: statesOf(meeting) };
    }
    case 'toggle-chat':
      return onChatSet(heard(before), message.active);
    case 'message':
    case 'message-error':
      return hearSaid(heard(before), message);
    case 'connected':
      return quiet({
        ...heard(before, { inMeeting: true }),
        alias: message.conferenceAlias ?? before.alias,
      });
    case 'disconnected':
      return quiet(heard(before, { inMeeting: false }));
    default:
      return quiet(heard(before));
  }
}

/** The user wants the chat on or off. */
export function onChatSet(before: Meeting, active: boolean): Step {
  const meeting = { ...before, chat: active };
  return { meeting, say: [buttonState(meeting)] };
}

export const quiet = (meeting: Meeting): Step => ({ meeting, say: [] });

const buttonState = (meeting: Meeting): HostMessage => ({
  name: 'toggle-chat-button-state',
  active: meeting.chat,
});

/** What the top window has to say of the button: its state, and its badge. */
export const statesOf = (meeting: Meeting): HostMessage[] => [buttonState(meeting), badgeState(meeting)];

/** A plugin that speaks is there, also where its `ready` was said before the peer could hear it. */
const heard = (meeting: Meeting, change?: { inMeeting: boolean }): Meeting => ({
  ...meeting,
  plugin: {
    ...(meeting.plugin.name === 'ready' ? meeting.plugin : { name: 'ready', inMeeting: false, features: [] }),
    ...change,
  },
});
