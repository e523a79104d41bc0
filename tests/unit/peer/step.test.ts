import { describe, expect, it } from 'vitest';
import { newMeeting, onPanelRequest, onPluginMessage } from '../../../peer/step';
import type { DialRequest } from '../../../protocol/dial-fields';
import type { Meeting } from '../../../protocol/meeting';
import type { PluginMessage } from '../../../protocol/messages';

const request: DialRequest = { role: 'GUEST', destination: 'alice@example.com', protocol: 'sip' };
const fresh = newMeeting('m1', 'https://meet.example.com');

const hear = (meeting: Meeting, ...messages: PluginMessage[]): Meeting =>
  messages.reduce((state, message) => onPluginMessage(state, message, 1).meeting, meeting);

const dial = (meeting: Meeting, call: string): Meeting =>
  onPanelRequest(meeting, { type: 'dial', meeting: 'm1', call, request }, 1).meeting;

const outcomes = (meeting: Meeting) => meeting.calls.map(({ id, state }) => `${id} ${state.name}`);

describe('a meeting', () => {
  it('pushes chat and badge when its plugin is ready', () => {
    const { say } = onPluginMessage({ ...fresh, chat: true }, { name: 'ready' }, 1);
    expect(say).toEqual([
      { name: 'toggle-chat-button-state', active: true },
      { name: 'toggle-chat-badge', visible: false },
    ]);
  });

  it('echoes the state that the Chat button asks for', () => {
    const step = onPluginMessage(fresh, { name: 'toggle-chat', active: true }, 1);
    expect(step.meeting.chat).toBe(true);
    expect(step.say).toEqual([{ name: 'toggle-chat-button-state', active: true }]);
  });

  it('is in the call between connected and disconnected', () => {
    const connected = hear(fresh, { name: 'ready' }, { name: 'connected', conferenceAlias: 'qa' });
    expect(connected).toMatchObject({ alias: 'qa', plugin: { name: 'ready', inMeeting: true } });
    expect(hear(connected, { name: 'disconnected' }).plugin).toMatchObject({ inMeeting: false });
    expect(hear(connected, { name: 'ready' }).plugin).toMatchObject({ inMeeting: false });
  });

  it('sends what the panel asks for', () => {
    const step = onPanelRequest(fresh, { type: 'set-badge', meeting: 'm1', visible: true }, 1);
    expect(step).toMatchObject({
      meeting: { badge: true },
      say: [{ name: 'toggle-chat-badge', visible: true }],
    });
  });
});

describe('calls', () => {
  it('are dialled with their id as request id, newest first', () => {
    const step = onPanelRequest(dial(fresh, 'a'), { type: 'dial', meeting: 'm1', call: 'b', request }, 2);
    expect(step.say).toEqual([{ name: 'dial-out', ...request, requestId: 'b' }]);
    expect(outcomes(step.meeting)).toEqual(['b calling', 'a calling']);
  });

  it('are told apart by request id', () => {
    const both = dial(dial(fresh, 'a'), 'b');
    const heard = hear(
      both,
      { name: 'dial-out-success', uuid: 'u', displayName: 'Alice', requestId: 'b' },
      { name: 'dial-out-error', message: 'no route', requestId: 'a' },
    );
    expect(heard.calls.map(({ state }) => state)).toEqual([
      { name: 'joined', uuid: 'u', displayName: 'Alice', at: 1 },
      { name: 'failed', message: 'no route', at: 1 },
    ]);
  });

  it('are answered oldest first by a plugin that repeats no request id', () => {
    const both = dial(dial(fresh, 'a'), 'b');
    expect(outcomes(hear(both, { name: 'dial-out-success', uuid: 'u' }))).toEqual(['b calling', 'a joined']);
  });

  it('keep the end that they had', () => {
    const failed = hear(dial(fresh, 'a'), { name: 'dial-out-error', message: 'no', requestId: 'a' });
    expect(hear(failed, { name: 'dial-out-success', uuid: 'u', requestId: 'a' })).toEqual(failed);
    expect(hear(failed, { name: 'dial-out-success', uuid: 'u', requestId: 'unknown' })).toEqual(failed);
  });
});
