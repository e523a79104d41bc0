import { LIMITS } from '../protocol/limits';
import type { Call, CallState, Meeting } from '../protocol/meeting';
import type { HostMessage, PluginMessage } from '../protocol/messages';
import type { PanelRequest } from '../protocol/panel';
import { can, hear, isNamed, isOpen, lose, type Told, withCall } from './calls';
import { badgeState, hearSaid, withUnread } from './chat';

/** What follows from one event: the meeting as it is now, and what the plugin is to be told. */
export type Step = { meeting: Meeting; say: readonly HostMessage[] };

/** The plugin has said something. A pure function: the state is the replay of what was accepted. */
export function onPluginMessage(meeting: Meeting, message: PluginMessage, now: number): Step {
  switch (message.name) {
    case 'ready': {
      const { version, features = [], conferenceAlias: alias = meeting.alias } = message;
      // It may have been reloaded, and the meeting with it: what became of the calls is asked at `connected`.
      const next: Meeting = {
        ...lose(meeting, 'reloaded', now),
        alias,
        plugin: { name: 'ready', inMeeting: false, version, features },
      };
      // A plugin that has just loaded shows its defaults; the top window knows better.
      return { meeting: next, say: statesOf(next) };
    }
    case 'toggle-chat': {
      const next = { ...heard(meeting), chat: message.active };
      return { meeting: next, say: [buttonState(next)] };
    }
    case 'message':
    case 'message-error':
      return hearSaid(heard(meeting), message);
    case 'button-state':
      return quiet(heard(meeting));
    case 'connected': {
      const next = { ...meeting, alias: message.conferenceAlias ?? meeting.alias };
      return { meeting: inMeeting(next, true), say: askOf(next) };
    }
    case 'disconnected':
      return quiet(inMeeting(lose(meeting, 'left', now), false));
    case 'dial-out-success':
      return tell(meeting, message, { name: 'joined', at: now });
    case 'dial-out-error':
      return tell(meeting, message, { name: 'failed', message: message.message, at: now });
    case 'dial-out-progress':
      return tell(meeting, message, { name: message.state, at: now });
    case 'hang-up-error': {
      const call = meeting.calls.find((each) => each.hangUp && isNamed(message, each));
      return quiet(call ? withCall(meeting, call, { ...call, hangUp: { error: message.message } }) : meeting);
    }
  }
}

/** What the user asks of one meeting's plugin. */
export type MeetingRequest = Exclude<
  PanelRequest,
  { type: 'set-mode' | 'send-anyway' | 'look' | 'messages' | 'inspect' | 'send-raw' | 'reload' }
>;

/** The user has asked for something in the panel. */
export function onPanelRequest(meeting: Meeting, request: MeetingRequest, now: number): Step {
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
      const { call: id, request: body, overlap } = request;
      const call: Call = { id, request: body, startedAt: now, state: { name: 'queued', at: now } };
      if (meeting.calls.filter(isOpen).length >= LIMITS.openCalls) {
        call.state = { name: 'failed', message: `${LIMITS.openCalls} calls are unanswered`, at: now };
      }
      const next = { ...meeting, calls: [call, ...withRoom(meeting.calls)] };
      const waits = !overlap && !can(meeting, 'request-id') && meeting.calls.some(isOpen);
      return waits ? quiet(next) : dialNow(next, id, now);
    }
    case 'send-message': {
      const { text, requestId } = request;
      return { meeting, say: [{ name: 'send-message', text, requestId }] };
    }
    case 'draft':
      return quiet({ ...meeting, draft: request.text });
    case 'other-unread':
      return withUnread(meeting, { otherUnread: request.unread });
    case 'dial-now':
      return dialNow(meeting, request.call, now);
    case 'hang-up':
      return hangUp(meeting, request.call, now);
  }
}

/** The calls, with room for one more: the oldest that is over goes, or the oldest at all. */
function withRoom(calls: readonly Call[]): readonly Call[] {
  if (calls.length < LIMITS.calls) return calls;
  const over = calls.findLastIndex(({ state: { name } }) => name === 'left' || name === 'failed');
  return calls.filter((_, index) => index !== (over < 0 ? calls.length - 1 : over));
}

const quiet = (meeting: Meeting): Step => ({ meeting, say: [] });

const buttonState = (meeting: Meeting): HostMessage => ({
  name: 'toggle-chat-button-state',
  active: meeting.chat,
});

/** What the top window has to say of the button: its state, and its badge. */
export const statesOf = (meeting: Meeting): HostMessage[] => [buttonState(meeting), badgeState(meeting)];

/** A plugin that speaks is there, also where its `ready` was said before the peer could hear it. */
const heard = (meeting: Meeting): Meeting =>
  meeting.plugin.name === 'ready'
    ? meeting
    : { ...meeting, plugin: { name: 'ready', inMeeting: false, features: [] } };

function inMeeting(before: Meeting, value: boolean): Meeting {
  const { plugin, ...meeting } = heard(before);
  return plugin.name === 'ready' ? { ...meeting, plugin: { ...plugin, inMeeting: value } } : before;
}

/** Asks for the truth about calls that were lost from sight, of a plugin that can tell. */
function askOf(meeting: Meeting): HostMessage[] {
  const lost = meeting.calls.filter(({ state }) => state.name === 'unknown');
  if (lost.length === 0 || !can(meeting, 'call-status')) return [];
  return [{ name: 'call-status', calls: lost.map(({ id: requestId, uuid }) => ({ requestId, uuid })) }];
}

/** Dials a call that has waited in the queue; one that has not is left alone, so that none is dialled twice. */
function dialNow(meeting: Meeting, id: string, now: number): Step {
  const queued = meeting.calls.find((call) => call.id === id && call.state.name === 'queued');
  if (!queued) return quiet(meeting);
  const placed: Call = { ...queued, startedAt: now, state: { name: 'calling', at: now } };
  return {
    meeting: withCall(meeting, queued, placed),
    say: [{ name: 'dial-out', ...queued.request, requestId: id }],
  };
}

/** The call has come so far. When the last open one is answered, that which has waited longest is dialled. */
function tell(before: Meeting, told: Told, to: CallState): Step {
  const meeting = hear(before, told, to);
  const isFree = before.calls.some(isOpen) && !meeting.calls.some(isOpen);
  const next = meeting.calls.findLast(({ state }) => state.name === 'queued');
  return next && isFree ? dialNow(meeting, next.id, to.at) : quiet(meeting);
}

function hangUp(meeting: Meeting, id: string, now: number): Step {
  const call = meeting.calls.find((each) => each.id === id);
  if (!call) return quiet(meeting);
  const isQueued = call.state.name === 'queued';
  const ending: Call = isQueued
    ? { ...call, state: { name: 'cancelled', at: now } }
    : { ...call, hangUp: {} };
  return {
    meeting: withCall(meeting, call, ending),
    say: isQueued ? [] : [{ name: 'hang-up', requestId: id, uuid: call.uuid }],
  };
}
