import { describe, expect, it } from 'vitest';
import { onPanelRequest } from '../../../peer/panel-server/requests';
import { onPluginMessage } from '../../../peer/reducer';
import { fresh, hear } from './replay';

describe('a meeting', () => {
  it('pushes chat and badge when its plugin is ready', () => {
    const { messages } = onPluginMessage({ ...fresh, chat: true }, { name: 'ready' }, 1);
    expect(messages).toEqual([
      { name: 'toggle-chat-button-state', active: true },
      { name: 'toggle-chat-badge', visible: false },
    ]);
  });

  it('echoes the state that the Chat button asks for', () => {
    const result = onPluginMessage(fresh, { name: 'toggle-chat', active: true }, 1);
    expect(result.meeting.chat).toBe(true);
    expect(result.messages).toEqual([{ name: 'toggle-chat-button-state', active: true }]);
  });

  it('is in the call between connected and disconnected', () => {
    const connected = hear(fresh, { name: 'ready' }, { name: 'connected', conferenceAlias: 'qa' });
    expect(connected).toMatchObject({ alias: 'qa', plugin: { name: 'ready', inMeeting: true } });
    expect(hear(connected, { name: 'disconnected' }).plugin).toMatchObject({ inMeeting: false });
    expect(hear(connected, { name: 'ready' }).plugin).toMatchObject({ inMeeting: false });
  });

  it('sends what the panel asks for', () => {
    const result = onPanelRequest(
      fresh,
      { type: 'set-badge', page: 0, load: 0, meeting: 'm1', visible: true },
      1,
    );
    expect(result).toMatchObject({
      meeting: { badge: true },
      messages: [{ name: 'toggle-chat-badge', visible: true }],
    });
  });
});
