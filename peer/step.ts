import type { Call, Meeting } from '../protocol/meeting';
import type { HostMessage, PluginMessage } from '../protocol/messages';
import type { PanelRequest } from '../protocol/panel';

/** What follows from one event: the meeting as it is now, and what the plugin is to be told. */
export type Step = { meeting: Meeting; say: readonly HostMessage[] };

/** A meeting that has been found and has not spoken. */
export const newMeeting = (id: string, origin: string | undefined): Meeting => ({
  id,
  origin,
  plugin: { name: 'waiting' },
  chat: false,
  badge: false,
  calls: [],
});

/** The plugin has said something. A pure function: the state is the replay of what was accepted. */
export function onPluginMessage(meeting: Meeting, message: PluginMessage, now: number): Step {
  switch (message.name) {
    case 'ready': {
      const { version, features = [], conferenceAlias: alias = meeting.alias } = message;
      const next: Meeting = {
        ...meeting,
        alias,
        plugin: { name: 'ready', inMeeting: false, version, features },
      };
      // A plugin that has just loaded shows its defaults; the top window knows better.
      return { meeting: next, say: [buttonState(next), badgeState(next)] };
    }
    case 'toggle-chat': {
      const next = { ...meeting, chat: message.active };
      return { meeting: next, say: [buttonState(next)] };
    }
    case 'connected': {
      const next = { ...meeting, alias: message.conferenceAlias ?? meeting.alias };
      return { meeting: inMeeting(next, true), say: [] };
    }
    case 'disconnected':
      return { meeting: inMeeting(meeting, false), say: [] };
    case 'dial-out-success': {
      const { uuid, displayName, requestId } = message;
      return { meeting: settle(meeting, requestId, { name: 'joined', uuid, displayName, at: now }), say: [] };
    }
    case 'dial-out-error': {
      const { message: text, requestId } = message;
      return { meeting: settle(meeting, requestId, { name: 'failed', message: text, at: now }), say: [] };
    }
  }
}

/** The user has asked for something in the panel. */
export function onPanelRequest(meeting: Meeting, request: PanelRequest, now: number): Step {
  switch (request.type) {
    case 'set-chat': {
      const next = { ...meeting, chat: request.active };
      return { meeting: next, say: [buttonState(next)] };
    }
    case 'set-badge': {
      const next = { ...meeting, badge: request.visible };
      return { meeting: next, say: [badgeState(next)] };
    }
    case 'dial': {
      const call: Call = {
        id: request.call,
        request: request.request,
        startedAt: now,
        state: { name: 'calling' },
      };
      return {
        meeting: { ...meeting, calls: [call, ...meeting.calls] },
        say: [{ name: 'dial-out', ...request.request, requestId: request.call }],
      };
    }
  }
}

const buttonState = (meeting: Meeting): HostMessage => ({
  name: 'toggle-chat-button-state',
  active: meeting.chat,
});
const badgeState = (meeting: Meeting): HostMessage => ({ name: 'toggle-chat-badge', visible: meeting.badge });

function inMeeting(meeting: Meeting, value: boolean): Meeting {
  const { plugin } = meeting;
  // `connected` without a `ready` that we heard: the plugin is there all the same.
  const known = plugin.name === 'ready' ? plugin : { name: 'ready' as const, features: [] };
  return { ...meeting, plugin: { ...known, inMeeting: value } };
}

/**
 * Gives a call its end. A plugin of the seed protocol repeats no `requestId`; its answer goes to the call
 * that has waited longest.
 */
function settle(meeting: Meeting, requestId: string | undefined, state: Call['state']): Meeting {
  const waiting = meeting.calls.findLast((call) => call.state.name === 'calling');
  const id = requestId ?? waiting?.id;
  return {
    ...meeting,
    calls: meeting.calls.map((call) =>
      call.id === id && call.state.name === 'calling' ? { ...call, state } : call,
    ),
  };
}
